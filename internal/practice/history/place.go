package history

// Variable is the environment variable that names another file.
const Variable = "ALARIFE_HISTORY"

// Place is where the history stands: the file that Variable names, else
// practice.db in the folder alarife of the user's data. The error is a
// *fault.Fault where the system knows no such folder.
func Place() (string, error) { return "", nil }
