using System.Text;
using AuditSdk.Build;
using AuditSdk.Build.Catalogs;
using AuditSdk.Build.Emission;

// The console's own writers cost more than the tool: a plain stream is enough.
using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

if (args is not [string verb, string file])
{
    output.WriteLine("usage: AuditSdk.Build emit|verify|catalogs RESPONSE_FILE");
    return 2;
}

int code = Run(verb, file, output);
output.Flush();

// A definition may have left threads behind; they do not keep the build waiting.
Environment.Exit(code);
return code;

static int Run(string verb, string file, TextWriter output) => verb switch
{
    "emit" => EmitCommand.Run(ResponseFile.Read(file), output),
    "verify" => VerifyCommand.Run(ResponseFile.Read(file), output),
    "catalogs" => CatalogsCommand.Run(ResponseFile.Read(file), output),
    _ => 2,
};
