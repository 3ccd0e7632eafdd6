namespace Rahdari.Border.Tests;

/// <summary>For tests that measure the memory of the whole process: nothing else may run in it meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
