package lathe.clean.edit;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import lathe.clean.rule.Edit;
import lathe.clean.rule.RuleServices;
import lathe.recipe.EditRules;
import lathe.recipe.Flavour;
import lathe.recipe.Rule;
import lathe.run.Failure;
import org.jspecify.annotations.Nullable;

/** Makes the rules of this package. */
public final class Edits {
    private Edits() {}

    /**
     * The edit that a rule asks for, or null where the rule is not one of this package.
     *
     * @throws Failure if a pattern, a list or a flavour is not there
     */
    public static @Nullable Edit of(Rule.Edit rule, RuleServices services) throws Failure, IOException {
        if (rule instanceof EditRules.FixUnicode fix) {
            return FixUnicode.of(fix);
        } else if (rule instanceof EditRules.Whitespace whitespace) {
            return Whitespace.of(whitespace);
        } else if (rule instanceof EditRules.Html html) {
            return new HtmlEdit(html.detect());
        } else if (rule instanceof EditRules.RemoveLines lines) {
            return RemoveLines.of(lines, services);
        } else if (rule instanceof EditRules.Chinese chinese) {
            return ChineseEdit.of(chinese.convert());
        } else if (rule instanceof EditRules.Replace replace) {
            return ReplaceEdit.of(replace);
        } else if (rule instanceof EditRules.RepeatedParagraphs paragraphs) {
            return new RepeatedParagraphs(
                    new PieceKey(paragraphs.ignoreCase(), paragraphs.ignorePunctuation(), paragraphs.min()));
        }
        return withFlavour(rule);
    }

    private static @Nullable Edit withFlavour(Rule.Edit rule) throws Failure {
        if (rule instanceof EditRules.Punctuation marks) {
            Set<Flavour> known = EnumSet.of(Flavour.DATA_JUICER, Flavour.DATATROVE);
            return foreign(rule, marks.flavour(), known) ? new CcNetPunctuation() : PunctuationEdit.of(marks);
        } else if (rule instanceof EditRules.Links links) {
            return dataJuicer(rule, links.flavour()) ? new DataJuicerLinks(links.with()) : LinksEdit.of(links);
        } else if (rule instanceof EditRules.Copyright copyright) {
            return dataJuicer(rule, copyright.flavour()) ? new DataJuicerCopyright() : new CopyrightEdit();
        } else if (rule instanceof EditRules.Latex latex) {
            return dataJuicer(rule, latex.flavour()) ? DataJuicerLatex.of(latex) : LatexEdit.of(latex);
        } else if (rule instanceof EditRules.Tables tables) {
            return dataJuicer(rule, tables.flavour()) ? DataJuicerTables.of(tables) : TablesEdit.of(tables);
        } else if (rule instanceof EditRules.LongWords words) {
            return dataJuicer(rule, words.flavour())
                    ? new DataJuicerLongWords(words.max())
                    : new LongWords(words.max());
        } else if (rule instanceof EditRules.RepeatedSentences sentences) {
            return dataJuicer(rule, sentences.flavour())
                    ? new DataJuicerSentences(sentences)
                    : RepeatedSentences.of(sentences);
        }
        return null;
    }

    private static boolean dataJuicer(Rule.Edit rule, Flavour flavour) throws Failure {
        return foreign(rule, flavour, EnumSet.of(Flavour.DATA_JUICER));
    }

    /** Whether another tool's definition is asked for. */
    private static boolean foreign(Rule.Edit rule, Flavour flavour, Set<Flavour> known) throws Failure {
        if (flavour == Flavour.LATHE || known.contains(flavour)) {
            return flavour != Flavour.LATHE;
        }
        throw Failure.badInput(
                "The rule " + rule.label() + " has no flavour " + name(flavour),
                "flavour",
                "choose lathe or "
                        + String.join(", ", known.stream().map(Edits::name).toList()));
    }

    private static String name(Flavour flavour) {
        return flavour.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
