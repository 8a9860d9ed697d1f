package session

import "errors"

// What an answer is refused for.
var (
	ErrAnswered = errors.New("session: the exercise has its answer")
	ErrOver     = errors.New("session: the time is over")
	ErrFinished = errors.New("session: the sitting is finished")
)
