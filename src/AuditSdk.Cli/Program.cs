using AuditSdk.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
