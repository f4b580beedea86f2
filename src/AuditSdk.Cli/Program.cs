using System.CommandLine;

RootCommand root = new("Checks and evaluates Kubernetes audit policies and fluentd configurations.");
return await root.Parse(args).InvokeAsync();
