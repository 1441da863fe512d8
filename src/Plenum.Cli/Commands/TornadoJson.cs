using System.Text.Json;
using Plenum.Workspace.Ensembles;

namespace Plenum.Cli.Commands;

/// <summary>What drives a variance, for programs.</summary>
internal static class TornadoJson
{
    /// <summary>Writes the key <c>tornado</c>.</summary>
    public static void Write(Utf8JsonWriter writer, Tornado tornado)
    {
        writer.WriteStartObject("tornado");
        writer.WriteString("variable", tornado.Variable.Name);
        writer.WriteString("period", tornado.At.ToString());
        writer.WriteNumber("draws", tornado.Effects.Draws);
        JsonAnswer.Number(writer, "variance", tornado.Effects.Variance);
        writer.WriteStartArray("sources");
        for (int i = 0; i < tornado.Sources.Count; i++)
        {
            var effect = tornado.Effects.Sources[i];
            writer.WriteStartObject();
            writer.WriteString("source", tornado.Sources[i]);
            JsonAnswer.Number(writer, "share", effect.Shapley);
            JsonAnswer.Number(writer, "sampling_error", effect.SamplingError);
            JsonAnswer.Number(writer, "first", effect.First);
            JsonAnswer.Number(writer, "total", effect.Total);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("groups");
        foreach (var group in tornado.Groups)
        {
            writer.WriteStartObject();
            writer.WriteString("group", group.Name);
            writer.WriteString("kind", group.IsExogenous ? "exogenous" : "block");
            writer.WriteNumber("paths", group.Count);
            JsonAnswer.Number(writer, "share", tornado.ShockPart * group.Share.Share);
            JsonAnswer.Number(writer, "sampling_error", tornado.ShockPart * group.Share.SamplingError);
            JsonAnswer.Number(writer, "alone", tornado.ShockPart * group.Share.Alone);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        JsonAnswer.Number(writer, "interplay", tornado.ShockPart * tornado.Interplay);
        writer.WriteEndObject();
    }
}
