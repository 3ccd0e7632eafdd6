using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>What a token proves, in bits: how improbable it is to meet it by chance.</summary>
/// <param name="Equal">Where both records spell it so.</param>
/// <param name="Near">Where one spells it otherwise: all its spellings may meet.</param>
internal readonly record struct TokenWeight(float Equal, float Near)
{
    public static readonly TokenWeight Particle = new((float)Evidence.Particle, (float)Evidence.Particle);

    public static readonly TokenWeight Initial = new((float)Evidence.Initial, (float)Evidence.Initial);

    /// <summary>Of a part of a name, however common.</summary>
    public static TokenWeight Of(double equal, double near) => new(Within(equal), Within(near));

    private static float Within(double weight) => (float)Math.Clamp(weight, Evidence.LightestToken, Evidence.HeaviestToken);
}
