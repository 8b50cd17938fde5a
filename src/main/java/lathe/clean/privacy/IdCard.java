package lathe.clean.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;

/**
 * Numbers of Chinese identity cards. GB 11643-1999: six digits of the place, eight of the birthday, three of a
 * sequence, a check digit by ISO 7064 MOD 11-2. Before 1999: two digits of the year, no check digit.
 */
final class IdCard {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    /** The first two digits: provinces by region (GB/T 2260), 83 for residents from Taiwan, 91 for abroad. */
    private static final BitSet PROVINCES = provinces();

    private IdCard() {}

    /** Whether 18 characters, an X in upper case, are a number. */
    static boolean isValid18(String number) {
        return number.length() == 18
                && isPlace(number)
                && isDay(number.substring(6, 14))
                && check(number) == number.charAt(17);
    }

    /** Whether 15 digits are a number of the old form. */
    static boolean isValid15(String number) {
        return number.length() == 15 && isPlace(number) && isDay("19" + number.substring(6, 12));
    }

    /** The check digit of the first 17 digits. */
    static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean isPlace(String number) {
        return PROVINCES.get(Integer.parseInt(number.substring(0, 2)));
    }

    private static boolean isDay(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        if (year < 1880 || year > 2099) {
            return false;
        }
        try {
            LocalDate.of(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static BitSet provinces() {
        BitSet codes = new BitSet();
        int[][] ranges = {{11, 15}, {21, 23}, {31, 37}, {41, 46}, {50, 54}, {61, 65}, {71, 71}, {81, 83}, {91, 91}};
        for (int[] range : ranges) {
            codes.set(range[0], range[1] + 1);
        }
        return codes;
    }
}
