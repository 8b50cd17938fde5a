package lathe.clean.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lathe.clean.rule.Changes.Change;
import lathe.recipe.EditRules;
import lathe.recipe.Flavour;
import lathe.recipe.Rule;
import org.junit.jupiter.api.Test;

/** Examples of html, links, copyright and latex. */
class MarkupEditsTest {

    @Test
    void blocksStayApart() throws Exception {
        String page = "<html><head><style>p{}</style></head><body><h1>Contact</h1><p>Welcome to <b>my</b> site</p>\n"
                + "<ul>\n  <li class=\"x\">one</li>\n  <li>二</li></ul><script>if (a<b) x();</script></body></html>";
        assertEquals("Contact\n\nWelcome to my site\n\none\n二", Rules.run(Rules.HTML, page));
    }

    @Test
    void cellsBreaksAndEntitiesBecomeCharacters() throws Exception {
        assertEquals(
                "a\tb\n中 \tAT&T <x> &no; €",
                Rules.run(
                        Rules.HTML,
                        "<table><tr><td>a</td> <td>b</td></tr>\n<tr><td>&#20013;&nbsp;</td><td>AT&amp;T &lt;x&gt; &no; &euro;</table>"));
        assertEquals("x\ny\n\nz", Rules.run(Rules.HTML, "x<br>y<br/><br>z"));
    }

    @Test
    void whatOnlyLooksLikeTagsStays() throws Exception {
        for (String code :
                List.of("vector<a> x; if (i<b) y>c;", "a < b > c & d", "List<object> &amp; x", "<3 <http://a.b>")) {
            assertEquals(code, Rules.run(Rules.HTML, code));
        }
        assertEquals("a & b", Rules.run(new EditRules.Html(false), "a &amp; b"));
    }

    @Test
    void linksEndWhereChineseTextBegins() throws Exception {
        Rule.Edit rule = Rules.links("", false, Flavour.LATHE);
        assertEquals("见 ，这是正文内容。下一句 end", Rules.run(rule, "见 http://a.com/x，这是正文内容。下一句 end"));
        assertEquals("详见这是正文", Rules.run(rule, "详见http://a.com/x这是正文"));
        assertEquals("Note:this is key:value", Rules.run(rule, "Note:this is key:value"));
        assertEquals("(see ).", Rules.run(rule, "(see https://en.wiki.org/A_(b))."));
        assertEquals("“” awww.no http:// x@y.org", Rules.run(rule, "“www.site.org/a?b=1#c” awww.no http:// x@y.org"));
    }

    @Test
    void linksAreNamedAndMailIsTakenWhereAsked() throws Exception {
        Rule.Edit rule = Rules.links("[链接]", true, Flavour.LATHE);
        assertEquals("邮箱[链接]联系，[链接].", Rules.run(rule, "邮箱Zhang.san@Test.COM联系，ftp://f.org/x."));
        assertEquals("a@b @user 1@", Rules.run(rule, "a@b @user 1@"));
    }

    @Test
    void onlyNoticesOfCopyrightGo() throws Exception {
        Rule.Edit rule = new EditRules.Copyright(Flavour.LATHE);
        String code =
                "#!/usr/bin/env python\n# Copyright 2021 Some One\n# Licensed under the X License.\n#\n# It comes without warranty.\n#\n# Adds numbers.\n\nimport a\n";
        assertEquals("#!/usr/bin/env python\n# Adds numbers.\n\nimport a\n", Rules.run(rule, code));
        assertEquals("int x;\n", Rules.run(rule, "/*\n * 版权所有 (c) 2020 某公司\n */\n\nint x;\n"));
        for (String stays : List.of(
                "# Title\n\nText.\n",
                "#include <a.h>\n#define B 2020\n",
                "# Copyright policy\n\nWe …\n",
                "x = 1\n# Copyright 2020 A\n",
                "-- a query\nselect 1;",
                "/* Adds. */ int y;")) {
            assertEquals(stays, Rules.run(rule, stays));
        }
    }

    @Test
    void commentsOfLatexGoAndSignsStay() throws Exception {
        Rule.Edit rule = Rules.latex(Flavour.LATHE, "comments");
        assertEquals("a \n50\\% of\n\\\\\nb", Rules.run(rule, "a %x\n%c\n  % d\n50\\% of\n\\\\%e\nb"));
        String verbatim = "\\begin{verbatim}\n% kept\n\\end{verbatim}\n\\url{a%20b} \\verb|%|";
        assertEquals(verbatim, Rules.run(rule, verbatim));
        assertEquals("xz", Rules.run(rule, "x\\begin{comment} y \\end{comment}z"));
    }

    @Test
    void macrosAreWrittenOut() throws Exception {
        Rule.Edit rule = Rules.latex(Flavour.LATHE, "macros");
        assertEquals("the \\mathbb{R}-space", Rules.run(rule, "\\newcommand{\\R}{\\mathbb{R}}\nthe \\R-space"));
        assertEquals("\\frac{a}{b^2} x", Rules.run(rule, "\\newcommand\\f[2]{\\frac{#1}{#2^2}}\n\\f{a}b x"));
        assertEquals("(1,y) (0,z)", Rules.run(rule, "\\newcommand{\\p}[2][0]{(#1,#2)}\n\\p[1]{y} \\p{z}"));
        assertEquals("<中>", Rules.run(rule, "\\def\\q#1{<#1>}\n\\q{中}"));
        assertEquals("\\alpha x", Rules.run(rule, "\\def\\a{\\alpha}\n\\a{}x"));
        assertEquals("A1 A2", Rules.run(rule, "\\def\\n{1}\nA\\n \\renewcommand{\\n}{2}A\\n"));
        assertEquals(
                "\\operatorname{rank} \\ab",
                Rules.run(rule, "\\DeclareMathOperator{\\rk}{rank}\\newcommand{\\a}{z}\\rk \\ab"));
        assertEquals("\\s", Rules.run(rule, "\\newcommand{\\s}{\\s}\n\\s"));
    }

    @Test
    void headersAndBibliographiesGo() throws Exception {
        Rule.Edit header = Rules.latex(Flavour.LATHE, "header", "drop");
        assertEquals("\\section*{One}\nx", Rules.run(header, "\\title{T} \\sectionmark{a}\n\\section*{One}\nx"));
        assertEquals("\\paragraph{P} y", Rules.run(header, "z \\paragraph{P} y"));
        assertEquals("", Rules.run(header, "no section"));
        assertEquals("no section", Rules.run(Rules.latex(Flavour.LATHE, "header"), "no section"));
        assertEquals(
                "a\n\n\\appendix b",
                Rules.run(
                        Rules.latex(Flavour.LATHE, "bibliography"),
                        "a\\bibliographystyle{x}\n\\bibliography{r}\n\\appendix b\\begin{thebibliography}{9} c\\end{thebibliography}"));
    }

    @Test
    void groupsStandInReplacements() throws Exception {
        assertEquals(
                List.of(new Change(0, 5, "b-a$")),
                Rules.changes(new EditRules.Replace("(\\w)=(\\w)\\p{Han}*", "$2-$1\\$"), "a=b中文 c"));
    }
}
