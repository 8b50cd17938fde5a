package lathe.clean.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.EditRules;
import lathe.recipe.PersonalKind;
import lathe.recipe.Replacement;
import org.junit.jupiter.api.Test;

class PersonalEditsTest {

    @Test
    void tagsTellTheKind() throws Exception {
        Edit edit = Rules.edit(Rules.rule(Replacement.TAG));

        assertEquals("联系人：<NAME>，<PHONE>", Rules.apply(edit, "联系人：王小明，13812345678"));
        assertEquals("https://<URL_CREDENTIALS>@h.org/", Rules.apply(edit, "https://u:p@h.org/"));
        assertEquals("Mr. <NAME>, <ADDRESS>", Rules.apply(edit, "Mr. Bell, 12 Oak Street"));
        assertEquals("身份证<ID_CARD>", Rules.apply(edit, "身份证110101199003077731"));
    }

    @Test
    void aTaggedTextHasNothingMoreToFind() throws Exception {
        Edit edit = Rules.edit(Rules.rule(Replacement.TAG));
        for (LabelledSet.Item item : LabelledSet.read().items()) {
            String once = Rules.apply(edit, item.text());
            assertEquals(once, Rules.apply(edit, once));
        }
    }

    @Test
    void masksHaveAsManyCharactersAndLines() throws Exception {
        Edit edit = Rules.edit(Rules.rule(Replacement.MASK));

        assertEquals("邮箱************联系", Rules.apply(edit, "邮箱zhang@te.com联系"));
        for (LabelledSet.Item item : LabelledSet.read().items()) {
            String masked = Rules.apply(edit, item.text());
            assertEquals(item.text().codePoints().count(), masked.codePoints().count());
            assertEquals(item.text().lines().count(), masked.lines().count());
        }
    }

    @Test
    void changesAreExactlyTheFindings() throws Exception {
        Edit edit = Rules.edit(Rules.rule(Replacement.SURROGATE));
        PersonalFinder finder = PersonalFinder.ofAll();
        for (LabelledSet.Item item : LabelledSet.read().items()) {
            Changes changes = new Changes();
            edit.edit(item.text(), changes);
            List<Finding> found = finder.find(item.text());
            assertEquals(
                    found.stream().map(f -> f.from() + " " + f.to()).toList(),
                    changes.all().stream().map(c -> c.from() + " " + c.to()).toList());
        }
    }

    @Test
    void theSameOriginalHasTheSameSurrogateInAnyOrderAndThread() throws Exception {
        Edit edit = Rules.edit(Rules.rule(Replacement.SURROGATE));
        List<LabelledSet.Item> items = LabelledSet.read().items();
        List<String> forth =
                items.stream().map(i -> Rules.apply(edit, i.text())).toList();
        List<String> many =
                items.parallelStream().map(i -> Rules.apply(edit, i.text())).toList();

        assertEquals(forth, many);
        Surrogates surrogates = new Surrogates("");
        assertEquals(surrogates.of(PersonalKind.EMAIL, "A@b.cn"), surrogates.of(PersonalKind.EMAIL, "a@B.cn"));
        assertEquals(
                Form.digits(surrogates.of(PersonalKind.PHONE, "138 1234 5678")),
                PhoneSurrogate.national(surrogates.of(PersonalKind.PHONE, "+86-13812345678")));
        assertNotEquals(
                surrogates.of(PersonalKind.EMAIL, "a@b.cn"), new Surrogates("k").of(PersonalKind.EMAIL, "a@b.cn"));
    }

    @Test
    void surrogatesHaveTheFormAndCanBelongToNobody() {
        Surrogates surrogates = new Surrogates("");
        for (int i = 0; i < 200; i++) {
            String body = String.format("3301061988%04d%03d", 1015, i);
            String id = surrogates.of(PersonalKind.ID_CARD, body + IdCard.check(body));
            assertTrue(id.length() == 18 && !IdCard.isValid18(id), id);
            String card = surrogates.of(PersonalKind.BANK_CARD, String.format("6222 0212 3456 7890 %03d", i));
            assertTrue(
                    card.matches("6200 00\\d\\d \\d{4} \\d{4} \\d{3}") && !BankCard.isValid(Form.digits(card)), card);
            String mobile = surrogates.of(PersonalKind.PHONE, "1381234" + (1000 + i));
            assertTrue(mobile.matches("12\\d{9}") && !isValid(mobile, "CN"), mobile);
        }
        assertFalse(IdCard.isValid15(surrogates.of(PersonalKind.ID_CARD, "110105780815321")));
        assertTrue(surrogates.of(PersonalKind.PHONE, "(212) 867-5309").matches("\\(\\d{3}\\) 555-01\\d\\d"));
        assertTrue(surrogates.of(PersonalKind.PHONE, "+1 212 867 5309").matches("\\+1 \\d{3} 555 01\\d\\d"));
        assertTrue(surrogates.of(PersonalKind.PHONE, "010-62781234").matches("010-0\\d{7}"));
        assertTrue(surrogates.of(PersonalKind.PHONE, "400-820-8820").matches("400-000-\\d{4}"));
        assertTrue(surrogates.of(PersonalKind.PHONE, "+44 20 7946 0958").matches("\\+44 00 \\d{4} \\d{4}"));
        assertTrue(
                surrogates.of(PersonalKind.IP, "8.8.8.8").matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+"));
        assertTrue(surrogates.of(PersonalKind.IP, "fe80::12").startsWith("2001:db8::"));
        assertTrue(surrogates.of(PersonalKind.EMAIL, "x@y.cn").endsWith("@example.org"));
        assertTrue(surrogates
                .of(PersonalKind.API_KEY, "gh" + "p_Q7w3Er9Ty2Ui5Op1As8Df4")
                .startsWith("ghp_EXAMPLE"));
        assertEquals(3, surrogates.of(PersonalKind.NAME, "王小明").length());
        assertEquals(2, surrogates.of(PersonalKind.NAME, "John Smith").split(" ").length);
    }

    @Test
    void surrogatesOfDifferentOriginalsDiffer() {
        Surrogates surrogates = new Surrogates("");
        Set<String> all = new HashSet<>();
        IntStream.range(0, 1000).forEach(i -> all.add(surrogates.of(PersonalKind.EMAIL, "u" + i + "@b.cn")));

        assertEquals(1000, all.size());
    }

    @Test
    void otherEditsAreNotOurs() throws Exception {
        assertNull(PersonalEdits.of(new EditRules.Replace("a", "b"), Rules.services(Path.of(""))));
    }

    private static boolean isValid(String number, String region) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return numbers.isValidNumber(numbers.parse(number, region));
        } catch (com.google.i18n.phonenumbers.NumberParseException e) {
            return false;
        }
    }
}
