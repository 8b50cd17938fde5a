package lathe.clean.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lathe.recipe.EditRules.PersonalInformation;
import lathe.recipe.PersonalKind;
import lathe.recipe.Replacement;
import lathe.run.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindersTest {
    private static final PersonalFinder FINDER = PersonalFinder.ofAll();

    @Test
    void chineseBesideADetailDoesNotHideIt() {
        assertEquals(List.of("EMAIL zhang@test.com"), found("邮箱zhang@test.com联系"));
        assertEquals(List.of("IP 192.168.0.1"), found("服务器192.168.0.1地址"));
        assertEquals(List.of("PHONE 13812345678"), found("手机13812345678，找我"));
        assertEquals(List.of("EMAIL Bob@Example.COM"), found("给Bob@Example.COM写信"));
        assertEquals(List.of("EMAIL last@one.org"), found("end last@one.org"), "no blank need follow");
    }

    @Test
    void unionPayCardsOfNineteenDigitsAreFound() {
        String card = valid("622848001234567890");

        assertEquals(List.of("BANK_CARD " + card), found(card));
        assertEquals(List.of("BANK_CARD " + card), found("卡号" + card + "的余额"));
        assertEquals(List.of(), found("卡号" + card.substring(0, 18) + (card.charAt(18) == '0' ? '1' : '0')));
    }

    @ParameterizedTest
    @CsvSource({
        "110101199003077731, 18, true", "110101199003077734, 18, false", "990101199003077735, 18, false",
        "110101199013307730, 18, false", "110105780815321, 15, true", "110105781315321, 15, false",
        "110105780230321, 15, false"
    })
    void identityCardsNeedAPlaceADayAndACheckDigit(String number, int length, boolean valid) {
        assertEquals(valid, length == 18 ? IdCard.isValid18(number) : IdCard.isValid15(number));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, true",
        "::1, true",
        "::, true",
        "1::, true",
        "2001:db8:85a3::8a2e:370:7334, true",
        "1:2:3:4:5:6:7:8, true",
        "::ffff:192.0.2.1, true",
        "1:2:3:4:5:6:7, false",
        "1::2::3, false",
        "12345::1, false",
        "1:2:3:4:5:6:7:8:9, false",
        "::ffff:192.0.2.256, false",
        "1:, false",
        ":1, false"
    })
    void formsOfVersion6(String address, boolean valid) {
        assertEquals(valid, Ip.isVersion6(address, 0, address.length()));
    }

    @Test
    void numbersThatOnlyLookLikeAddressesOfMachines() {
        for (String text :
                List.of("10.0.0.256", "1999.1.2.3", "version 1.2.3.4", "1.2.3.4.5", "01.2.3.4", "1.2.3.4a")) {
            assertEquals(List.of(), found(text), text);
        }
    }

    @Test
    void theUserOfALinkComesBeforeTheMailThatItLooksLike() {
        assertEquals(List.of("URL_CREDENTIALS bob:pw1"), found("https://bob:pw1@mail.example.com/x"));
    }

    @Test
    void theLongerFindingWins() {
        assertEquals(List.of("EMAIL 13812345678@qq.com"), found("写给13812345678@qq.com"));
        assertEquals(
                List.of(new Finding(PersonalKind.EMAIL, 0, 9)),
                Overlaps.resolve(List.of(
                        new Finding(PersonalKind.PHONE, 1, 7),
                        new Finding(PersonalKind.NAME, 0, 9),
                        new Finding(PersonalKind.EMAIL, 0, 9))));
    }

    @Test
    void regionsDecideWhichNumbersAreKnownWithoutACountryCode() throws Exception {
        String text = "Ring 0117 496 0123 or +44 20 7946 0958";
        PersonalFinder british = finder(List.of("gb"), List.of(), Path.of(""));

        assertEquals(List.of("PHONE +44 20 7946 0958"), found(text));
        assertEquals(2, british.find(text).size());
        assertThrows(Failure.class, () -> finder(List.of("Mars"), List.of(), Path.of("")));
    }

    @Test
    void ownNamesAndPlacesAreFoundWholeAndInAnyCase(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("own.txt"), "Zorblax\n凌霄子\n# places\nMount Doom\n");
        PersonalFinder finder = finder(List.of("CN"), List.of("own.txt"), folder);
        String text = "zorblax met 凌霄子 on MOUNT DOOM, not Zorblaxia";

        assertEquals(
                List.of("NAME zorblax", "NAME 凌霄子", "ADDRESS MOUNT DOOM"),
                finder.find(text).stream().map(f -> f.kind() + " " + f.in(text)).toList());
        assertThrows(Failure.class, () -> finder(List.of(), List.of("none.txt"), folder));
    }

    @Test
    void findingsAreInOrderAndApartInAnyText() {
        String parts = "张王伟明先生路12号市a@b.cn:/ +86138-1234x住1.2::\n京sk-";
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(parts.charAt(random.nextInt(parts.length())));
            }
            int end = 0;
            for (Finding finding : FINDER.find(text.toString())) {
                assertTrue(finding.from() >= end && finding.to() > finding.from(), text.toString());
                end = finding.to();
            }
            assertTrue(end <= text.length());
        }
    }

    @Test
    void edgesOfTextsAreNoTrouble() {
        for (String text : List.of(
                "", "@", "a@", "@b.c", "://", "a://", "+", "1", "eyJ", "-----BEGIN PRIVATE KEY-----", "王", "号")) {
            assertFalse(FINDER.find(text).size() > 1, text);
        }
    }

    private static PersonalFinder finder(List<String> regions, List<String> lists, Path base) throws Exception {
        PersonalInformation rule =
                new PersonalInformation(List.of(PersonalKind.PHONE), Replacement.TAG, regions, lists, "");
        return PersonalFinder.of(rule, Rules.services(base));
    }

    private static List<String> found(String text) {
        return FINDER.find(text).stream().map(f -> f.kind() + " " + f.in(text)).toList();
    }

    private static String valid(String digits) {
        return digits + (10 - BankCard.luhn(digits + "0")) % 10;
    }
}
