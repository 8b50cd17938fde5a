package lathe.clean.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * Phone numbers that are given to nobody: 555-0100 to 555-0199 in North America, which are kept for fiction; in China
 * mobile numbers that begin with 12, lines and 400 numbers that go on with a zero; elsewhere zeros behind the country
 * code.
 */
final class PhoneSurrogate {
    private PhoneSurrogate() {}

    /** The digits without the country code. */
    static String national(String original) {
        String digits = Form.digits(original);
        return digits.substring(countryDigits(original, digits));
    }

    static String of(String original, KeyedNumbers numbers) {
        String digits = Form.digits(original);
        int country = countryDigits(original, digits);
        String code = digits.substring(0, country);
        return Form.fill(original, code + stranger(digits.substring(country), code, numbers));
    }

    private static String stranger(String national, String code, KeyedNumbers numbers) {
        boolean chinese = code.isEmpty() || code.endsWith("86");
        int length = national.length();
        if (chinese && length == 11 && national.charAt(0) == '1' && national.charAt(1) > '2') {
            return "12" + numbers.digits(9);
        }
        if (chinese && (national.startsWith("400") || national.startsWith("800")) && length == 10) {
            return national.substring(0, 3) + "000" + numbers.digits(4);
        }
        if ((code.isEmpty() && (length == 10 || length == 11) && national.charAt(0) != '0') || code.endsWith("1")) {
            return america(length, numbers);
        }
        int kept = national.charAt(0) == '0' ? Math.min(3, length - 1) : 0;
        int zeros = Math.min(kept == 0 ? 2 : 1, length - kept);
        return national.substring(0, kept) + "00".substring(0, zeros) + numbers.digits(length - kept - zeros);
    }

    private static String america(int length, KeyedNumbers numbers) {
        String area = Integer.toString(201 + numbers.next(789));
        String local = "55501" + numbers.digits(2);
        String all = (length > 10 ? "1" : "") + area + local;
        return length <= all.length()
                ? all.substring(all.length() - length)
                : all + numbers.digits(length - all.length());
    }

    /** How many of the digits are the country's code, the zeros of an international call included. */
    private static int countryDigits(String original, String digits) {
        boolean plus = original.indexOf('+') >= 0;
        if (!plus && !digits.startsWith("00")) {
            return digits.length() == 13 && digits.startsWith("86") ? 2 : 0;
        }
        String number = plus ? digits : digits.substring(2);
        try {
            int code = PhoneNumberUtil.getInstance().parse('+' + number, "ZZ").getCountryCode();
            return digits.length() - number.length() + Integer.toString(code).length();
        } catch (NumberParseException e) {
            return digits.length() - number.length();
        }
    }
}
