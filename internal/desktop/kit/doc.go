// Package kit holds the widgets that Alarife's views are made of and that Fyne
// lacks. None of them knows a word of the domain or of a language: texts come
// in as strings, what a person does goes out by plain callbacks.
package kit
