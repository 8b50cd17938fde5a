package lathe.clean.privacy;

/** Numbers of payment cards: ISO/IEC 7812, with the check digit of Luhn. */
final class BankCard {
    private BankCard() {}

    /** Whether digits, 16 to 19 of them, have the right check digit and begin as cards of that length do. */
    static boolean isValid(String digits) {
        int length = digits.length();
        return length >= 16 && length <= 19 && isIssued(digits) && luhn(digits) == 0;
    }

    /** The weighted sum modulo 10 by which the last digit checks the others; 0 is right. */
    static int luhn(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int value = (digits.charAt(i) - '0') << (place & 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10;
    }

    private static boolean isIssued(String digits) {
        int six = Integer.parseInt(digits.substring(0, 6));
        boolean union = six / 10000 == 62 || six / 10000 == 60 || six / 100 == 9558;
        boolean visa = six / 100000 == 4;
        if (digits.length() > 16) {
            return union || (visa && digits.length() == 19);
        }
        boolean master = (six / 10000 >= 51 && six / 10000 <= 55) || (six / 100 >= 2221 && six / 100 <= 2720);
        boolean jcb = six / 100 >= 3528 && six / 100 <= 3589;
        boolean discover = six / 10000 == 65 || (six / 1000 >= 644 && six / 1000 <= 649);
        return union || visa || master || jcb || discover;
    }
}
