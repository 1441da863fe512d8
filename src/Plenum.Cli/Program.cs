return Plenum.Cli.ConsoleProgram.Run(args);
