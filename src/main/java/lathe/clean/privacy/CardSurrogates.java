package lathe.clean.privacy;

import java.util.Locale;

/** Cards that cannot be: identity cards and bank cards whose check digits are wrong. */
final class CardSurrogates {
    private static final int[] PLACES = {110101, 310101, 330106, 440305, 510104, 610113};

    private CardSurrogates() {}

    /** An identity card: of the old form, which has no check digit, one born in month 0. */
    static String identity(String original, KeyedNumbers numbers) {
        String place = Integer.toString(PLACES[numbers.next(PLACES.length)]);
        int year = 1950 + numbers.next(50);
        String day = String.format(Locale.ROOT, "%02d", 1 + numbers.next(28));
        if (original.chars().filter(c -> Chars.digit((char) c) >= 0).count() == 15) {
            return Form.fill(original, place + (year % 100) / 10 + year % 10 + "00" + day + numbers.digits(3));
        }
        String body = place + year + String.format(Locale.ROOT, "%02d", 1 + numbers.next(12)) + day + numbers.digits(3);
        int right = "0123456789X".indexOf(IdCard.check(body));
        int wrong = (right + 1 + numbers.next(right == 10 ? 10 : 9)) % (right == 10 ? 11 : 10);
        return Form.fill(original.replaceAll("[XxＸ]$", "0"), body + wrong);
    }

    /** A card of UnionPay's numbers, as long as the original. */
    static String bank(String original, KeyedNumbers numbers) {
        int length =
                (int) original.chars().filter(c -> Chars.digit((char) c) >= 0).count();
        String body = "620000" + numbers.digits(length - 7);
        int right = (10 - BankCard.luhn(body + "0")) % 10;
        return Form.fill(original, body + (right + 1 + numbers.next(9)) % 10);
    }
}
