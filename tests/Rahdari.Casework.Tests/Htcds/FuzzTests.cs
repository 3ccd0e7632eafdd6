using System.Diagnostics;
using System.Text;
using Rahdari.Casework.Htcds;
using Rahdari.Fuzz.Tests;

namespace Rahdari.Casework.Tests.Htcds;

/// <summary>No input crashes a reader, holds it for a second, or has it allocate without bound; whatever is read is written and read again the same.</summary>
public class FuzzTests
{
    private const int Inputs = 10_000;
    private const int MostAnyByte = 1000, MostBesides = 512 * 1024;

    [Fact]
    public void Any_bytes_are_answered_as_JSON() => Fuzz(
        """{"prs_FirstName":"SPECIMEN \"نمونہ\"","prs_Citizenship":["PK"],"con_Consent":true,"events":[{"hte_Longitude":67.01,"hte_Date":"2026-01"}],"_uuid":"1"}""" + "\n[{},{\"prs_Birthdate\":\"1971\"}]",
        bytes => HtcdsJsonReader.Read(new MemoryStream(bytes)));

    [Fact]
    public void Any_bytes_are_answered_as_tables() => Fuzz(
        "_index,prs_First_Name,con_Consent,vic_TypeOfExploitation/Servitude,vic_TypeOfExploitation,_uuid\n1,\"SPECIMEN, \"\"نمونہ\"\"\",TRUE,1,Servitude,\n2,,,,,x\n",
        bytes => HtcdsCsvReader.Read(group => group is HtcdsGroup.Case or HtcdsGroup.Event ? new MemoryStream(group == HtcdsGroup.Case ? bytes : "_parent_index,hte_City\n1,Karachi\n"u8.ToArray()) : null));

    private static void Fuzz(string seed, Func<byte[], IEnumerable<HtcdsEntry>> read)
    {
        var mutator = new Mutator([Encoding.UTF8.GetBytes(seed)], 1);
        Assert.Contains(read(Encoding.UTF8.GetBytes(seed)), entry => entry.Case is not null);
        var taken = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var input = mutator.Next();
            var (allocated, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var entries = read(input).ToList();
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated <= (long)MostAnyByte * input.Length + MostBesides, $"{allocated} bytes for {Convert.ToHexString(input)}");
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5), Convert.ToHexString(input));
            Assert.All(entries, entry => Assert.True(entry.Case is not null || entry.Findings.Count > 0));
            HtcdsCase[] cases = [.. entries.Select(entry => entry.Case).OfType<HtcdsCase>()];
            var written = new MemoryStream();
            HtcdsJsonWriter.Write(written, cases);
            written.Position = 0;
            Assert.Equal(cases, HtcdsJsonReader.Read(written).Select(entry => entry.Case));
            taken += cases.Length;
        }
        Assert.InRange(taken, 1, int.MaxValue);
    }
}
