return Plenum.Cli.ConsoleProgram.Run(args, Plenum.Studio.StudioServer.Run);
