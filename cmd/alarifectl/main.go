// Command alarifectl is Alarife on the command line: it advises, explains,
// draws, reviews and prices. It needs neither a window nor cgo.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Getenv, streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}
