using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Plenum.Studio.Components.Shared;

/// <summary>A text inside a picture; the markup of components has another meaning for the element's own name.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Where it stands across.</summary>
    [Parameter, EditorRequired]
    public string X { get; set; } = "";

    /// <summary>Where it stands down.</summary>
    [Parameter, EditorRequired]
    public string Y { get; set; } = "";

    /// <summary>The styles of the text.</summary>
    [Parameter]
    public string Class { get; set; } = "";

    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "class", Class);
        // The element around it carries the whole name; what is drawn may be cut short, and lines are words apart.
        builder.AddAttribute(4, "aria-hidden", "true");
        builder.AddContent(5, Value + " ");
        builder.CloseElement();
    }
}
