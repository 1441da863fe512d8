using System.Text;
using Plenum.Workspace.Drafts;

namespace Plenum.Tests.Workspace;

/// <summary>The folder of files that users keep.</summary>
public sealed class OwnFilesTests
{
    [Fact]
    public void A_name_that_was_made_is_made_again_of_itself_and_leads_nowhere() =>
        Gen.String[Gen.Char["abcXYZ 0129-_.:#\"'\\/{}<>|\u4e2d\u56fd\u00e9\u202e\u0301\0\n"], 0, 120].Sample(title =>
        {
            string name = OwnFiles.NameOf(title);
            return OwnFiles.NameOf(name) == name && name.Length is > 0 and <= 80 && name[0] != '.' && Path.GetFileName(name) == name && name.IndexOfAny(['/', '\\', ':', '\0', '\u202e']) < 0;
        });

    [Theory]
    [InlineData("\u81ea\u5df1\u7684\u6570\u636e.csv", "\u81ea\u5df1\u7684\u6570\u636e.csv")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("...", "file")]
    [InlineData("a<b>.xlsx", "a-b.xlsx")]
    public void A_name_keeps_its_letters_and_its_ending(string title, string name) => Assert.Equal(name, OwnFiles.NameOf(title));

    [Fact]
    public void A_file_is_saved_listed_read_replaced_and_deleted()
    {
        using var folder = new TinyProject();
        var files = new OwnFiles(folder.Folder, "series", mostFiles: 2, mostBytes: 10);
        Assert.Empty(files.All());
        Assert.True(files.Save("a.csv", "one"u8));
        Assert.True(files.Save("a.csv", "two"u8));
        Assert.Equal("two", Encoding.UTF8.GetString(files.Read("a.csv")!));
        Assert.Equal(("a.csv", 3L), (Assert.Single(files.All()).Name, files.All()[0].Bytes));
        Assert.True(files.Delete("a.csv"));
        Assert.False(files.Delete("a.csv"));
        Assert.Null(files.Read("a.csv"));
    }

    [Fact]
    public void Neither_too_many_files_nor_too_large_ones_are_kept()
    {
        using var folder = new TinyProject();
        var files = new OwnFiles(folder.Folder, "series", mostFiles: 2, mostBytes: 10);
        Assert.False(files.Save("long.csv", "eleven byte"u8));
        Assert.True(files.Save("a.csv", ""u8));
        Assert.True(files.Save("b.csv", ""u8));
        Assert.False(files.Save("c.csv", ""u8));
        Assert.True(files.Save("b.csv", "b"u8));
        folder.Write(".plenum/studio/series/grown.csv", "grown by another program");
        Assert.Null(files.Read("grown.csv"));
    }

    [Theory]
    [InlineData("../project.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData(".x.half")]
    [InlineData("")]
    public void A_name_that_leads_elsewhere_opens_and_deletes_nothing(string name)
    {
        using var folder = new TinyProject();
        var files = new OwnFiles(folder.Folder, "series", mostFiles: 2, mostBytes: 10_000);
        files.Save("a.csv", "a"u8);
        Assert.Null(files.Read(name));
        Assert.Null(files.Find(name));
        Assert.False(files.Delete(name));
        Assert.Throws<ArgumentException>(() => files.Save(name, "x"u8));
        Assert.Single(files.All());
    }

    [Fact]
    public void A_half_written_file_is_not_seen_and_the_old_one_is_whole()
    {
        using var folder = new TinyProject();
        var files = new OwnFiles(folder.Folder, "series", mostFiles: 2, mostBytes: 10);
        files.Save("a.csv", "old"u8);
        folder.Write(".plenum/studio/series/.b.half", "half");
        Assert.Equal("a.csv", Assert.Single(files.All()).Name);
        Assert.Equal("old", Encoding.UTF8.GetString(files.Read("a.csv")!));
    }
}
