package lathe.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlTest {

    private static String text(String html) throws IOException {
        return Samples.text(Format.HTML, Samples.utf8(html));
    }

    @Test
    void blocksAreLines() throws IOException {
        assertEquals(
                """
                Heading

                A paragraph with a link & an entity: ü.

                - one
                - two
                  1. inner
                  2. more
                - three

                Second
                line""",
                text(
                        """
                        <!doctype html><html><head><title>T</title><style>p{}</style></head><body>
                        <nav><a href="/">Home</a></nav><script>alert(1)</script>
                        <h1>Heading</h1>
                        <p>A   paragraph
                           with a <a href="x">link</a> &amp; an <b>en</b>tity: &uuml;.</p>
                        <ul><li>one</li><li><p>two</p><ol><li>inner<li>more</ol></li><li>three</ul>
                        <p>Second<br>line</p><!-- no -->
                        </body></html>"""));
    }

    @Test
    void tablesAreRows() throws IOException {
        assertEquals(
                "before\n\nName\tNote\nAnn\ttwo lines\n\t5\n\nafter",
                text("before<table><thead><tr><th>Name<th>Note</thead><tr><td>Ann<td><div>two</div><div>lines</div>"
                        + "<tr><td><td>5</table>after"));
    }

    @Test
    void aTableThatOnlyPlacesThingsIsBlocks() throws IOException {
        assertEquals(
                "Menu\n\nTitle\n\nBody\n\n1\t2",
                text("<table><tr><td>Menu</td><td><h2>Title</h2><p>Body</p><table><tr><td>1<td>2</table></table>"));
    }

    @Test
    void preformattedTextIsKept() throws IOException {
        assertEquals(
                "Code:\n\nif x:\n    y  # two  spaces\n\n\ndone\n\nEnd",
                text("<p>Code:</p><pre>\nif x:\n    y  # two  spaces\n\n\ndone\n</pre><p>End"));
    }

    @Test
    void theMainPartIsTaken() throws IOException {
        String chrome = "<header>Site</header><nav>Menu</nav>";
        assertEquals("Story", text(chrome + "<main><p>Story</p></main><footer>Imprint</footer>"));
        assertEquals("Long story", text(chrome + "<article><header></header>Long story</article><footer>(c)</footer>"));
        assertEquals("Story", text(chrome + "<div>Story</div><footer>Imprint</footer><aside>Ad</aside>"));
        assertEquals("Seen", text("<p hidden>a</p><p aria-hidden=true>b</p><p>Seen</p>"));
    }

    @Test
    void titleAndLanguageAreMeta() throws IOException {
        assertEquals(
                "{\"title\":\"A b\",\"language\":\"de\"}",
                Samples.meta(Samples.only(
                        Format.HTML, Samples.utf8("<html lang=de><title> A\n b </title><body>Hallo</body></html>"))));
    }

    @Test
    void theCharacterSetIsTheMarksOrTheDeclaredOne() throws IOException {
        Charset gbk = Charset.forName("GBK");
        assertEquals("汉字", Samples.text(Format.HTML, "<meta charset=gbk><p>汉字".getBytes(gbk)));
        assertEquals(
                "汉字",
                Samples.text(
                        Format.HTML,
                        "<meta http-equiv=content-type content='text/html; charset=gb2312'><p>汉字".getBytes(gbk)));
        assertEquals("汉字", Samples.text(Format.HTML, "\uFEFF<p>汉字".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("é", Samples.text(Format.HTML, Samples.utf8("\uFEFF<meta charset=latin1><p>é")));
        String undeclared = "<p>汉字是记录汉语的文字，一个字常常就是一个词。</p>";
        assertEquals(undeclared.replaceAll("<.*?>", ""), Samples.text(Format.HTML, undeclared.getBytes(gbk)));
    }

    @Test
    void aPageWithoutTextIsSaidToBeOne() throws IOException {
        assertEquals("no-text", Samples.reason(Format.HTML, Samples.utf8("<html><body><img src=x></body>")));
        assertEquals("no-text", Samples.reason(Format.HTML, new byte[0]));
    }

    @Test
    void noNestingIsTooDeep() throws IOException {
        for (String tag : new String[] {"div", "b", "table", "ul"}) {
            String nested = ("<" + tag + ">").repeat(100_000) + "deep" + ("</" + tag + ">").repeat(100_000);
            assertTrue(text(nested).contains("deep"), tag);
        }
    }

    @Test
    void entitiesDoNotMultiply() throws IOException {
        String bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><p>&b;&b;</p>";
        assertTrue(text(bomb).length() < 200);
        assertEquals(100_000, text("<p>" + "&lt;".repeat(100_000)).length());
    }
}
