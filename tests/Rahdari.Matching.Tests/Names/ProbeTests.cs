using Rahdari.Matching.Names;

namespace Rahdari.Matching.Tests.Names;

public class ProbeTests(ITestOutputHelper output)
{
    [Fact]
    public void Probe()
    {
        if (!File.Exists("/tmp/probe.txt")) return;
        foreach (var line in File.ReadAllLines("/tmp/probe.txt"))
            output.WriteLine("[measure] " + line + " => " + string.Join(' ', NameFolding.Tokens(line).Select(t => (t.IsParticle ? "(" : "") + t.Text + "/" + t.Skeleton + (t.IsParticle ? ")" : ""))));
    }
}
