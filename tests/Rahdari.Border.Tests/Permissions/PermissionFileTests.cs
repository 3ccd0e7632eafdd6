using System.Globalization;
using System.Text;
using Rahdari.Border.Permissions;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>Permissions in files, as missions hand them over.</summary>
public class PermissionFileTests
{
    private const string Header = "authority,number,class,issuingState,documentNumber,nationality,primaryIdentifier,secondaryIdentifier,dateOfBirth,validFrom,validUntil,entries,stayDays,ports";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_table_and_lines_of_JSON_tell_the_same()
    {
        var row = Assert.Single(PermissionFile.Read(Entries.File("\uFEFF" + Header + "\r\n\r\n" + Row("V-1").Replace(",,,", ",2,30,PKKHI PKLHE", StringComparison.Ordinal) + "\r\n"), "a.csv")).Permission!;
        var line = Assert.Single(PermissionFile.Read(Entries.File(Json("V-1", ""","entries":2,"stayDays":30,"ports":["PKKHI","PKLHE"]""")), "a.jsonl")).Permission!;
        Assert.Equal(["PKKHI", "PKLHE"], row.Ports);
        Assert.Equal(row with { Ports = null }, line with { Ports = null });
        Assert.Equal(row.Ports!, line.Ports!);
        Assert.Equal(("Mission, at \"Specimen\"", 2, 30), (row.Authority, row.Entries, row.StayDays));
        // Columns in another order and spelling, and without those that may be left out.
        var other = Assert.Single(PermissionFile.Read(Entries.File(
            "Valid until;".Replace(';', ',') + "Number,Class,Issuing State,Document_Number,Nationality,Primary identifier,Secondary identifier,Date of birth,Valid from,Authority\n2026-12-31,V-1,TOURIST,BGD,SPC000001,BGD,SPECIMENA,KHANUM,1980,2026-01-01,Mission"), "a.csv"));
        Assert.Equal((null, "V-1", null), (other.Error, other.Permission?.Number, other.Permission?.Entries));
    }

    [Fact]
    public async Task Bad_lines_are_told_with_place_and_reason_and_spoil_no_other()
    {
        await using var site = await Entries.OpenAsync();
        var file = string.Join('\n', [Header, Row("V-1"), Row("V-2") + ",more", Row("V-3", born: "yesterday"), "\"never closed", Row("V-4", kind: "GONE"), Row("V-1"), Row("V-1", born: "1981-01-01"), "", Row("V_5"), Row("V-6")]);
        var import = await ImportAsync(site, file);
        Assert.Equal((9, 2, 1, 6), (import.Read, import.Recorded, import.Known, import.Rejected));
        Assert.Equal(
            ["3 LIST_CSV_FIELD_COUNT ", "4 PERMISSION_INVALID dateOfBirth", "5 LIST_CSV_MALFORMED ", "6 PERMISSION_INVALID class", "8 PERMISSION_NUMBER_TAKEN number", "10 PERMISSION_INVALID number"],
            import.Errors.Select(error => $"{error.Line} {error.Code} {error.Field}"));
        Assert.Equal("yesterday", import.Errors[1].Problem.Evidence["value"]);

        var again = await ImportAsync(site, file);
        Assert.Equal((9, 0, 3, 6), (again.Read, again.Recorded, again.Known, again.Rejected));
    }

    [Fact]
    public async Task Bad_lines_of_JSON_name_the_property()
    {
        await using var site = await Entries.OpenAsync();
        var import = await ImportAsync(site, string.Join('\n', [
            Json("V-1"), "{", "[1]", "{}", Json("V-2", ""","colour":"red" """), Json("V-3", ""","entries":"two" """), Json("V-4", ""","ports":[1]"""), Json("V-5").Replace("2026-12-31", "2026-02-30", StringComparison.Ordinal),
            Json("V-6", ""","number":"V-7" """), Json("V-8", ""","ports":[null]"""), Json("V-9").Replace("\"KHANUM\"", "null", StringComparison.Ordinal), "null", Json("V-10").Replace("KHANUM", "\\ud800", StringComparison.Ordinal)]));
        Assert.Equal((13, 1, 0, 12), (import.Read, import.Recorded, import.Known, import.Rejected));
        Assert.Equal(
            ["2 LIST_JSON_MALFORMED ", "3 PERMISSION_INVALID $", "4 PERMISSION_INVALID authority", "5 PERMISSION_INVALID colour", "6 PERMISSION_INVALID entries", "7 PERMISSION_INVALID ports",
                "8 PERMISSION_INVALID validUntil", "9 PERMISSION_INVALID number", "10 PERMISSION_INVALID ports", "11 PERMISSION_INVALID secondaryIdentifier", "12 PERMISSION_INVALID $", "13 PERMISSION_INVALID secondaryIdentifier"],
            import.Errors.Select(error => $"{error.Line} {error.Code} {error.Field}"));
    }

    [Theory]
    [InlineData("authority,number", "LIST_COLUMN_MISSING", "class")]
    [InlineData(Header + ",colour", "PERMISSION_INVALID", "colour")]
    [InlineData(Header + ",Number", "PERMISSION_INVALID", "Number")]
    [InlineData("\"authority", "LIST_CSV_MALFORMED", null)]
    public void A_table_whose_columns_are_not_understood_is_not_read(string header, string code, string? field)
    {
        var line = Assert.Single(PermissionFile.Read(Entries.File(header + "\n" + Row("V-1")), "a.csv"));
        Assert.Equal((code, field, 1), (line.Error?.Code, line.Error?.Field, line.Line));
    }

    [Fact]
    public async Task What_was_stopped_goes_on_where_it_was()
    {
        await using var site = await Entries.OpenAsync();
        var file = Header + "\n" + string.Join('\n', Enumerable.Range(1, 500).Select(i => Row($"V-{i}")));
        using var stop = new CancellationTokenSource();
        var shares = new List<double>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Get<PermissionIntake>().ImportAsync(Entries.File(file), "a.csv", site.VisaOfficer, new Shares(share =>
        {
            shares.Add(share);
            stop.Cancel();
        }), stop.Token));
        Assert.Single(shares);
        Assert.Equal(200, Entries.Succeed(await site.Get<PermissionRegister>().ListAsync(null, null, 0, 1, site.VisaOfficer, Cancellation)).Total);
        var import = await ImportAsync(site, file);
        Assert.Equal((500, 300, 200, 0), (import.Read, import.Recorded, import.Known, import.Rejected));
    }

    /// <summary>Any bytes give lines that hold a permission or an error with its place.</summary>
    [Fact]
    public void No_bytes_break_the_readers()
    {
        const int inputs = 15_000;
        var random = new Random(20260301);
        var rules = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "entry", "rules.json"))[..700];
        byte[][] valid =
        [
            Encoding.UTF8.GetBytes(Header + "\n" + Row("V-1") + "\n" + Row("V-2") + "\n"),
            Encoding.UTF8.GetBytes(Json("V-1", ""","entries":2,"stayDays":30,"ports":["PKKHI"]""") + "\n" + Json("V-2") + "\n"),
            [.. rules.AsSpan(0, rules.AsSpan().LastIndexOf((byte)'}') + 1), .. "]}"u8],
        ];
        var (usable, unusable) = (new int[valid.Length], new int[valid.Length]);
        for (var i = 0; i < inputs; i++)
        {
            var form = i % valid.Length;
            var bytes = Mutated(valid[form], random);
            try
            {
                if (form == 2)
                {
                    var read = EntryRulesFile.Read(bytes);
                    Assert.True(read.Succeeded || (read.Problem.Field is { Length: > 0 and <= 101 } && read.Problem.Evidence["line"] != "0"));
                    Count(read.Succeeded);
                    continue;
                }
                foreach (var line in PermissionFile.Read(new MemoryStream(bytes), "file"))
                {
                    Assert.True(line.Permission is null != line.Error is null && line.Line > 0 && line.Error?.Line != 0);
                    if (line.Error is { } error)
                        Assert.InRange(BorderSentences.Of(error.Problem, CultureInfo.InvariantCulture).Length, 10, 500);
                    Count(line.Permission is not null);
                }
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{exception}: {Convert.ToBase64String(bytes)}");
            }

            void Count(bool isUsable) => _ = isUsable ? usable[form]++ : unusable[form]++;
        }
        Assert.All(usable.Concat(unusable), count => Assert.True(count > 200, $"{string.Join(' ', usable)} / {string.Join(' ', unusable)}"));
    }

    private static byte[] Mutated(byte[] valid, Random random)
    {
        string[] pieces = ["\"", "\"\"", ",", "\n", "\r", "\0", "{", "}", "[", "]", ":", "null", "-1", "1e999", "\\ud800", "\uFEFF", "\u202E", "2026-02-30", "99999999999999999999", "true", new string('[', 60), new string('9', 300)];
        if (random.Next(50) == 0)
        {
            var noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            return noise;
        }
        var bytes = new List<byte>(valid);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                case 3 when random.Next(10) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                    break;
            }
        }
        return [.. bytes];
    }

    private static string Row(string number, string kind = "TOURIST", string born = "1980-05-17") =>
        $"\"Mission, at \"\"Specimen\"\"\",{number}, {kind} ,BGD,SPC000001,BGD,SPECIMENA,KHANUM,{born},2026-01-01,2026-12-31,,,";

    private static string Json(string number, string more = "") =>
        $$"""{"authority":"Mission, at \"Specimen\"","number":"{{number}}","class":"TOURIST","issuingState":"BGD","documentNumber":"SPC000001","nationality":"BGD","primaryIdentifier":"SPECIMENA","secondaryIdentifier":"KHANUM","dateOfBirth":"1980-05-17","validFrom":"2026-01-01","validUntil":"2026-12-31"{{more}}}""";

    private static async Task<PermissionImport> ImportAsync(TestSite site, string file) =>
        Entries.Succeed(await site.Get<PermissionIntake>().ImportAsync(Entries.File(file), "file", site.VisaOfficer, cancellation: Cancellation));

    private sealed class Shares(Action<double> told) : IProgress<double>
    {
        public void Report(double value) => told(value);
    }
}
