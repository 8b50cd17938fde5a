package lathe.clean.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lathe.clean.rule.Changes.Change;
import lathe.recipe.ChineseConversion;
import lathe.recipe.EditRules;
import lathe.recipe.Flavour;
import lathe.recipe.NormalForm;
import lathe.recipe.PunctuationForm;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of fix-unicode, whitespace, punctuation and chinese. */
class CharacterEditsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "他说：“你好，世界！”（测试）１２３",
                "“Go to the café”—he said; naïve…” Spaß» CAFÉ™ PERÚ…",
                "10 à\u00A0£20, déjà\u00A0» là\u00A0«",
                "IRMÃ… «SÃO» 5×² ÂNGELO",
                "Pokémon”——中文",
                "👩‍👩‍👧 می‌خواهم",
                "𠮷野家"
            })
    void rightTextStays(String text) throws Exception {
        assertEquals(List.of(), Rules.changes(Rules.FIX, text));
    }

    @Test
    void mojibakeIsMendedWhereItStands() throws Exception {
        String text = "It is fine. Itâ€™s 今天，cafÃ© fine.";
        assertEquals("It is fine. It’s 今天，café fine.", Rules.run(Rules.FIX, text));
        assertEquals(2, Rules.changes(Rules.FIX, text).size());
        assertEquals("first saw it, voilà dit", Rules.run(Rules.FIX, "firstÂ saw it,Â voilÃ dit"));
    }

    @Test
    void controlsAndHalvesGo() throws Exception {
        assertEquals("ab\tc\n中", Rules.run(Rules.FIX, "\uFEFFa\u0000b\tc\u0007\n\uD83D中\uDE00"));
    }

    @Test
    void normalFormsChangeOnlyWhatTheyHaveTo() throws Exception {
        assertEquals(List.of(new Change(4, 6, "é")), Rules.changes(Rules.FIX, "一二三 e\u0301!"));
        EditRules.FixUnicode nfkc = new EditRules.FixUnicode(false, NormalForm.NFKC, false, false);
        assertEquals("fi1", Rules.run(nfkc, "ﬁ１"));
    }

    @Test
    void widthIsOfLettersAndDigitsOnly() throws Exception {
        EditRules.FixUnicode width = new EditRules.FixUnicode(true, NormalForm.NFC, true, true);
        assertEquals("他说：“Ok，123”（３%".replace("３", "3"), Rules.run(width, "他说：“Ｏｋ，１２３”（３%"));
    }

    @Test
    void blanksBecomeSpacesButJoinersStay() throws Exception {
        assertEquals("a b 中\nc👩‍👧", Rules.run(Rules.SPACE, "a\u00A0b\u3000中 \u2028c\u200B👩‍👧 "));
        assertEquals("a\n\nb", Rules.run(Rules.SPACE, "a\r\n \r\n\t\r\n\r\nb"));
        assertEquals("    def f():  # x\n".replace(":  #", ": #"), Rules.run(Rules.SPACE, "    def f():  # x\n"));
        assertEquals("ខ្មែរ\u200Bខ", Rules.run(Rules.SPACE, "ខ្មែរ\u200Bខ"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "今天天气很好,我们去公园.|今天天气很好，我们去公园。",
                "你好, 世界!|你好，世界！",
                "他(老师)说:好|他（老师）说：好",
                "函数f(x)=3.14,见文件.txt|函数f(x)=3.14,见文件.txt",
                "Hello，world！（yes）|Hello, world! (yes)",
                "Python，我们喜欢（Java）。|Python，我们喜欢（Java）。",
                "he said “no” — it’s 1–2…|he said \"no\" - it's 1-2...",
                "他说“不”——真的……|他说“不”——真的……",
                "Beijing (北京) is big.|Beijing (北京) is big.",
                "一. 总则|一. 总则",
                "共3，000元|共3，000元",
                "see http://a.com/b?c=d, ok|see http://a.com/b?c=d, ok",
                "一个(m+1)x(n+1)的表|一个(m+1)x(n+1)的表",
                "等等...|等等..."
            })
    void punctuationFollowsItsScript(String text, String expected) throws Exception {
        assertEquals(expected, Rules.run(Rules.punctuation(PunctuationForm.AUTO, Flavour.LATHE), text));
    }

    @Test
    void theOtherFormsAreForWholeTexts() throws Exception {
        assertEquals("他说:\"好,\"(1)", Rules.run(Rules.punctuation(PunctuationForm.ASCII, Flavour.LATHE), "他说：“好，”（1）"));
        assertEquals("１", Rules.run(Rules.punctuation(PunctuationForm.ASCII, Flavour.LATHE), "１"));
        assertEquals("\"", Rules.run(Rules.punctuation(PunctuationForm.ASCII, Flavour.DATATROVE), "１"));
        assertEquals(
                "Well， 3.14 yes！",
                Rules.run(Rules.punctuation(PunctuationForm.CHINESE, Flavour.LATHE), "Well, 3.14 yes!"));
    }

    @Test
    void aFlavourThatIsNoneIsRefused() {
        assertThrows(Failure.class, () -> Rules.edit(Rules.punctuation(PunctuationForm.AUTO, Flavour.DOLMA)));
    }

    @Test
    void chineseChangesWordByWord() throws Exception {
        EditRules.Chinese rule = new EditRules.Chinese(ChineseConversion.S2TWP);
        List<Change> changes = Rules.changes(rule, "我用软件上互联网。OK");
        assertEquals("我用軟體上網際網路。OK", Rules.run(rule, "我用软件上互联网。OK"));
        assertEquals(2, changes.size());
    }
}
