namespace Rahdari.Cli.Tests;

public sealed class ImageTests
{
    [Fact]
    public async Task A_file_that_is_no_picture_is_told_so()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("passport.jpg", "not a picture");
        var run = await RahdariProcess.RunAsync("inspect", "--json", "--image", file);
        Assert.Equal("IMAGE_KIND_UNKNOWN", run.ErrorCode);
        Assert.NotEqual(0, run.ExitCode);
    }

    [Fact]
    public async Task A_picture_that_is_not_there_is_told_so() =>
        Assert.Equal("FILE_NOT_FOUND", (await RahdariProcess.RunAsync("inspect", "--json", "--image", "/nowhere/passport.jpg")).ErrorCode);

    [Fact]
    public async Task The_findings_of_pictures_are_listed_too() =>
        Assert.Contains("IMAGE_CHARACTER_UNCERTAIN", (await RahdariProcess.RunAsync("findings")).Output, StringComparison.Ordinal);
}
