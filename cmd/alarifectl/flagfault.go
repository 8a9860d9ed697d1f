package main

import (
	"errors"

	"github.com/spf13/pflag"
)

// flagFault puts what the flag parser says into a fault of ours.
func flagFault(err error) error {
	var (
		unknown *pflag.NotExistError
		needs   *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		return usage("cli.unknown-flag", "flag", dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
	case errors.As(err, &needs):
		return usage("cli.flag-value", "flag", dashed(needs.GetSpecifiedName(), needs.GetSpecifiedShortnames()))
	case errors.As(err, &invalid) && errors.Is(err, errLang):
		return usage("cli.unknown-lang", "value", invalid.GetValue())
	case errors.As(err, &invalid):
		return usage("cli.invalid-value", "flag", "--"+invalid.GetFlag().Name, "value", invalid.GetValue())
	case errors.As(err, &syntax):
		return usage("cli.unknown-flag", "flag", syntax.GetSpecifiedFlag())
	}
	return err
}

func dashed(name, short string) string {
	if short != "" {
		return "-" + name
	}
	return "--" + name
}
