// Command alarifectl is Alarife on the command line: it advises, explains,
// draws, reviews and prices. It needs neither a window nor cgo.
package main

import (
	"os"
	"runtime/debug"
)

// patientGC lets the heap of a short process grow elevenfold before it is
// collected: loading the catalog makes much and throws little away.
const patientGC = 1000

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(patientGC)
	}
	os.Exit(run(os.Args[1:], os.Getenv, streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}
