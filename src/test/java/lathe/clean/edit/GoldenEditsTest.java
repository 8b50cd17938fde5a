package lathe.clean.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lathe.recipe.ChineseConversion;
import lathe.recipe.EditRules;
import lathe.recipe.Flavour;
import lathe.recipe.NormalForm;
import lathe.recipe.PunctuationForm;
import lathe.recipe.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What data-juicer, datatrove, ftfy and OpenCC make of the same texts (src/peers/golden_edit.py). */
class GoldenEditsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "punctuation",
                "punctuation-datatrove",
                "links",
                "copyright",
                "latex-comments",
                "latex-macros",
                "latex-header",
                "latex-bibliography",
                "tables",
                "long-words",
                "repeated-sentences"
            })
    void flavoursGiveWhatTheirToolsGive(String name) throws Exception {
        same(name, rule(name));
    }

    @Test
    void mojibakeIsMendedAsByFtfy() throws Exception {
        same("mojibake", new EditRules.FixUnicode(true, NormalForm.NONE, false, false));
    }

    @Test
    void chineseIsConvertedAsByOpenCc() throws Exception {
        for (ChineseConversion mode : ChineseConversion.values()) {
            same("chinese-" + mode.name().toLowerCase(Locale.ROOT), new EditRules.Chinese(mode));
        }
    }

    private static Rule.Edit rule(String name) {
        Flavour tool = Flavour.DATA_JUICER;
        return switch (name) {
            case "punctuation" -> Rules.punctuation(PunctuationForm.AUTO, tool);
            case "punctuation-datatrove" -> Rules.punctuation(PunctuationForm.AUTO, Flavour.DATATROVE);
            case "links" -> Rules.links("", false, tool);
            case "copyright" -> new EditRules.Copyright(tool);
            case "latex-comments" -> Rules.latex(tool, "comments");
            case "latex-macros" -> Rules.latex(tool, "macros");
            case "latex-header" -> Rules.latex(tool, "header", "drop");
            case "latex-bibliography" -> Rules.latex(tool, "bibliography");
            case "tables" -> Rules.tables(tool);
            case "long-words" -> new EditRules.LongWords(10, tool);
            default -> Rules.sentences(tool);
        };
    }

    private static void same(String name, Rule.Edit rule) throws Exception {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (List<String> golden : cases()) {
            if (golden.get(0).equals(name)) {
                cases++;
                String ours = Rules.run(rule, golden.get(1));
                if (!ours.equals(golden.get(2))) {
                    wrong.add("of " + json(golden.get(1)) + "\n  is " + json(ours) + "\n  not " + json(golden.get(2)));
                }
            }
        }
        assertTrue(cases > 0, name);
        assertEquals(List.of(), wrong, () -> name + "\n" + String.join("\n", wrong));
    }

    private static String json(String text) {
        return text.replace("\n", "⏎").replace("\t", "⇥");
    }

    private static List<List<String>> cases() throws Exception {
        try (InputStream in = GoldenEditsTest.class.getResourceAsStream("/golden/clean/edit/edits.json")) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        }
    }
}
