package main

import (
	"bytes"
	"os"
	"strconv"
	"time"
)

// begun is when the program's own code began, after the system loaded it.
var begun = time.Now()

// ticks is the unit in which Linux tells when a process started.
const ticks = 10 * time.Millisecond

// started is when the process was started, as exactly as the system tells.
func started() time.Time {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return begun
	}
	uptime, err := os.ReadFile("/proc/uptime")
	if err != nil {
		return begun
	}
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	up := bytes.Fields(uptime)
	if len(fields) < 20 || len(up) == 0 {
		return begun
	}
	since, err := strconv.ParseInt(string(fields[19]), 10, 64)
	seconds, err2 := strconv.ParseFloat(string(up[0]), 64)
	if err != nil || err2 != nil {
		return begun
	}
	age := time.Duration(seconds*float64(time.Second)) - time.Duration(since)*ticks
	return time.Now().Add(-age)
}
