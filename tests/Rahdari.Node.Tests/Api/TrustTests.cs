namespace Rahdari.Node.Tests.Api;

public sealed class TrustTests
{
    [Fact]
    public async Task A_master_list_that_is_none_and_a_root_that_is_none_are_refused_by_name()
    {
        await using var site = await RunningSite.StartAsync();
        var administrator = await site.SignInAsync(Roles.Administrator);
        var answer = await administrator.SendAsync(Import("hello"u8.ToArray(), "hello"u8.ToArray()));
        Assert.Equal((422, "CERTIFICATE_INVALID"), (answer.Status, answer.Code));
        using var key = System.Security.Cryptography.ECDsa.Create();
        using var root = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=CSCA Utopia,C=UT", key, System.Security.Cryptography.HashAlgorithmName.SHA256)
            .CreateSelfSigned(RunningSite.Start.AddYears(-1), RunningSite.Start.AddYears(1));
        answer = await administrator.SendAsync(Import("hello"u8.ToArray(), root.RawData));
        Assert.Equal((422, "TRUST_LIST_UNREADABLE"), (answer.Status, answer.Code));
        answer = await administrator.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/trust/import") { Content = new MultipartFormDataContent() });
        Assert.Equal(400, answer.Status);
        Assert.Equal(0, (await administrator.GetAsync("/api/v1/trust")).Json.GetArrayLength());
        Assert.Equal(0, (await administrator.GetAsync("/api/v1/trust/certificates?country=UT")).Json.GetProperty("total").GetInt32());
    }

    private static HttpRequestMessage Import(byte[] list, byte[] root) => new(HttpMethod.Post, "/api/v1/trust/import")
    {
        Content = new MultipartFormDataContent { { new ByteArrayContent(list), "list", "list.ml" }, { new ByteArrayContent(root), "root", "root.cer" } },
    };
}
