using System.Text;

namespace Plenum.Report.Html;

/// <summary>Writes HTML that is well-formed XML as well; every text and attribute is escaped, and elements close in order.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Names and values in turn; one with a null value is left out.</param>
    public HtmlWriter Open(string name, params ReadOnlySpan<string?> attributes)
    {
        Tag(name, attributes);
        _text.Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>Writes an element without content.</summary>
    public HtmlWriter Void(string name, params ReadOnlySpan<string?> attributes)
    {
        Tag(name, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public HtmlWriter Close()
    {
        string name = _open.Pop();
        _text.Append("</").Append(name).Append('>');
        if (IsBlock(name)) { _text.Append('\n'); }
        return this;
    }

    /// <summary>Writes an element with a text.</summary>
    public HtmlWriter Element(string name, string text, params ReadOnlySpan<string?> attributes) => Open(name, attributes).Text(text).Close();

    /// <summary>Writes a text.</summary>
    public HtmlWriter Text(string text)
    {
        Escape(text, isAttribute: false);
        return this;
    }

    /// <summary>Writes what is HTML already: a drawing, a script, a style, an island of JSON.</summary>
    public HtmlWriter Raw(string html)
    {
        _text.Append(html);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _open.Count == 0 ? _text.ToString() : throw new InvalidOperationException($"The element '{_open.Peek()}' is not closed.");

    private void Tag(string name, ReadOnlySpan<string?> attributes)
    {
        _text.Append('<').Append(name);
        for (int a = 0; a < attributes.Length; a += 2)
        {
            if (attributes[a + 1] is not { } value) { continue; }
            _text.Append(' ').Append(attributes[a]).Append("=\"");
            Escape(value, isAttribute: true);
            _text.Append('"');
        }
    }

    private void Escape(string text, bool isAttribute)
    {
        foreach (char c in text)
        {
            switch (c)
            {
                case '&': _text.Append("&amp;"); break;
                case '<': _text.Append("&lt;"); break;
                case '>': _text.Append("&gt;"); break;
                case '"' when isAttribute: _text.Append("&quot;"); break;
                case < ' ' when c is not ('\n' or '\t'): break;
                default: _text.Append(c); break;
            }
        }
    }

    private static bool IsBlock(string name) => name is not ("span" or "strong" or "a" or "th" or "td" or "code" or "label" or "button");
}
