package lathe.clean.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.clean.rule.RuleServices;
import lathe.data.Document;
import lathe.recipe.ChineseConversion;
import lathe.recipe.EditRules;
import lathe.recipe.Flavour;
import lathe.recipe.NormalForm;
import lathe.recipe.PunctuationForm;
import lathe.recipe.Rule;
import lathe.run.Failure;

/** Rules with the settings that tests want, and what becomes of a text by them. */
final class Rules {
    private Rules() {}

    static final EditRules.FixUnicode FIX = new EditRules.FixUnicode(true, NormalForm.NFC, true, false);
    static final EditRules.Whitespace SPACE = new EditRules.Whitespace(true, true, true, 2);
    static final EditRules.Html HTML = new EditRules.Html(true);

    static EditRules.Punctuation punctuation(PunctuationForm form, Flavour flavour) {
        return new EditRules.Punctuation(form, true, flavour);
    }

    static EditRules.Links links(String with, boolean email, Flavour flavour) {
        return new EditRules.Links(with, email, flavour);
    }

    static EditRules.RemoveLines lines(String pattern, String... lists) {
        return new EditRules.RemoveLines(true, List.of(), pattern, List.of(lists));
    }

    /** LaTeX with the named parts on: header, drop, comments, macros, bibliography. */
    static EditRules.Latex latex(Flavour flavour, String... parts) {
        List<String> on = List.of(parts);
        return new EditRules.Latex(
                on.contains("header"),
                on.contains("drop"),
                on.contains("comments"),
                on.contains("macros"),
                on.contains("bibliography"),
                flavour);
    }

    static EditRules.Tables tables(Flavour flavour) {
        return new EditRules.Tables(2, 20, 2, flavour);
    }

    static EditRules.RepeatedSentences sentences(Flavour flavour) {
        return new EditRules.RepeatedSentences(true, true, 2, flavour);
    }

    static Edit edit(Rule.Edit rule) throws Failure, IOException {
        Edit edit = Edits.of(rule, new NoServices());
        if (edit == null) {
            throw new AssertionError("no edit for " + rule);
        }
        return edit;
    }

    static String run(Rule.Edit rule, String text) throws Failure, IOException {
        Changes changes = new Changes();
        edit(rule).edit(text, changes);
        return changes.applyTo(text);
    }

    static List<Changes.Change> changes(Rule.Edit rule, String text) throws Failure, IOException {
        Changes changes = new Changes();
        edit(rule).edit(text, changes);
        return changes.all();
    }

    /** One rule of each kind and form, for properties that hold for all. */
    static List<Rule.Edit> all() {
        return List.of(
                FIX,
                new EditRules.FixUnicode(true, NormalForm.NFKD, true, true),
                SPACE,
                punctuation(PunctuationForm.AUTO, Flavour.LATHE),
                punctuation(PunctuationForm.CHINESE, Flavour.LATHE),
                punctuation(PunctuationForm.ASCII, Flavour.LATHE),
                punctuation(PunctuationForm.AUTO, Flavour.DATA_JUICER),
                HTML,
                new EditRules.Html(false),
                links("", true, Flavour.LATHE),
                links("", false, Flavour.DATA_JUICER),
                lines("a+b", "boilerplate-zh", "boilerplate-en"),
                new EditRules.Copyright(Flavour.LATHE),
                new EditRules.Copyright(Flavour.DATA_JUICER),
                latex(Flavour.LATHE, "header", "comments", "macros", "bibliography"),
                latex(Flavour.DATA_JUICER, "header", "comments", "macros", "bibliography"),
                tables(Flavour.LATHE),
                tables(Flavour.DATA_JUICER),
                new EditRules.LongWords(10, Flavour.LATHE),
                new EditRules.LongWords(10, Flavour.DATA_JUICER),
                new EditRules.Chinese(ChineseConversion.T2S),
                new EditRules.Chinese(ChineseConversion.S2TWP),
                new EditRules.Chinese(ChineseConversion.TW2SP),
                new EditRules.Replace("(a)(b)?", "[$2$1]"),
                sentences(Flavour.LATHE),
                sentences(Flavour.DATA_JUICER),
                new EditRules.RepeatedParagraphs(true, true, 2));
    }

    /** A house without models. */
    private static final class NoServices implements RuleServices {
        @Override
        public Path base() {
            return Path.of(".");
        }

        @Override
        public Stream<Document> documents(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ToDoubleFunction<String> tokens(Path tokenizer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ToDoubleFunction<String> likelihood(Path model) {
            throw new UnsupportedOperationException();
        }
    }
}
