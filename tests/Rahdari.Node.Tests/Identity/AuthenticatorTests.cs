using System.Text;

namespace Rahdari.Node.Tests;

public sealed class AuthenticatorTests
{
    /// <summary>RFC 6238 appendix B, the values of SHA-1.</summary>
    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void The_authenticator_of_these_tests_gives_the_codes_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, Authenticator.Code(Encoding.ASCII.GetBytes("12345678901234567890"), DateTimeOffset.FromUnixTimeSeconds(seconds), digits: 8));
}
