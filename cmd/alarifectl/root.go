package main

import (
	"github.com/spf13/cobra"

	"alarife/internal/fault"
	"alarife/internal/version"
)

const program = "alarifectl"

// root is the command tree, with all texts in the reader's language.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: program, Short: a.say("cli.root.short"), Long: a.say("cli.root.long"), Version: version.String(),
		SilenceErrors: true, SilenceUsage: true,
		Args: func(cmd *cobra.Command, args []string) error { return a.unknownCommand(cmd, args) },
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd) })
	root.SetUsageFunc(func(cmd *cobra.Command) error { a.help(cmd); return nil })
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagFault(err) })
	root.SetVersionTemplate(program + " {{.Version}}\n")
	all := root.PersistentFlags()
	all.Var(langFlag{a}, "lang", a.say("cli.flag.lang"))
	all.StringVar(&a.catalog, "catalog", "", a.say("cli.flag.catalog"))
	all.BoolP("help", "h", false, a.say("cli.flag.help"))
	root.Flags().Bool("version", false, a.say("cli.flag.version"))
	root.AddCommand(a.advise(), a.explain(), a.whatIf(), a.ask(), a.export(), a.review(), a.estimate(), a.plan(), a.practice(), a.catalogCommand(), a.bench(), a.version())
	root.SetHelpCommand(a.helpCommand())
	return root
}

// command makes a command whose texts stand under cli.<name>; args are the
// words for its arguments, those in brackets may be left out.
func (a *app) command(name string, args []string, do func(cmd *cobra.Command, args []string) error) *cobra.Command {
	use := name
	for _, arg := range args {
		use += " " + a.argument(arg)
	}
	return &cobra.Command{
		Use: use, Short: a.say("cli." + name + ".short"), Long: a.say("cli." + name + ".long"), Example: a.say("cli." + name + ".example"),
		Args: func(_ *cobra.Command, given []string) error { return a.count(args, given) },
		RunE: do, DisableFlagsInUseLine: true,
	}
}

// argument is the word for an argument: "file" or, where it may be left out,
// "[file]".
func (a *app) argument(arg string) string {
	if arg[0] == '[' {
		return "[" + a.say("cli.word."+arg[1:len(arg)-1]) + "]"
	}
	return a.say("cli.word." + arg)
}

// count says which argument is missing or one too many.
func (a *app) count(args, given []string) error {
	if len(given) > len(args) {
		return usage("cli.extra-argument", "argument", given[len(args)])
	}
	if len(given) < len(args) && args[len(given)][0] != '[' {
		return usage("cli.missing-argument", "argument", a.argument(args[len(given)]))
	}
	return nil
}

func (a *app) unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	names := []string{}
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	near := fault.Nearest(args[0], names)
	if near != "" {
		near = cmd.CommandPath() + " " + near
	}
	return usage("cli.unknown-command", "command", args[0], "near", near)
}

// usage is a fault of the command line itself.
func usage(key string, args ...any) error {
	return fault.New(fault.Place{File: program}, key, args...)
}

// subcommand makes a command below another; its texts stand under
// cli.<parent>-<name>.
func (a *app) subcommand(parent, name string, args []string, do func(cmd *cobra.Command, args []string) error) *cobra.Command {
	c := a.command(parent+"-"+name, args, do)
	c.Use = name + c.Use[len(parent)+1+len(name):]
	return c
}
