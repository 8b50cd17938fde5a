package lathe.clean.privacy;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Whether a number that could be a phone number is one: by its form, or by the words before it. */
final class PhoneForm {
    private static final Context PHONE = new Context(
            16,
            "电话",
            "手机",
            "手机号",
            "联系方式",
            "致电",
            "拨打",
            "热线",
            "客服",
            "座机",
            "传真",
            "固话",
            "来电",
            "专线",
            "tel",
            "tel.",
            "telephone",
            "phone",
            "mobile",
            "cell",
            "call",
            "fax",
            "whatsapp",
            "hotline",
            "sms",
            "text me at",
            "dial");
    private static final Context OTHER = new Context(
            14,
            "订单",
            "订单号",
            "单号",
            "运单",
            "编号",
            "流水号",
            "序列号",
            "工号",
            "学号",
            "卡号",
            "账号",
            "帐号",
            "批号",
            "备案",
            "邮编",
            "版本",
            "qq",
            "isbn",
            "issn",
            "doi",
            "order",
            "order no",
            "invoice",
            "tracking",
            "serial",
            "sku",
            "part",
            "id",
            "version",
            "case",
            "ticket",
            "account",
            "ref");

    private PhoneForm() {}

    static boolean isTelling(String text, int from, int to, PhoneNumberType type, PhoneNumber number) {
        if (PHONE.before(text, from)) {
            return true;
        }
        if (OTHER.before(text, from)) {
            return false;
        }
        int digits = 0;
        int[] groups = new int[12];
        int group = -1;
        for (int i = from; i < to; i++) {
            boolean digit = Chars.digit(text.charAt(i)) >= 0;
            if (digit && (i == from || Chars.digit(text.charAt(i - 1)) < 0) && group < groups.length - 1) {
                group++;
            }
            digits += digit ? 1 : 0;
            groups[Math.max(group, 0)] += digit ? 1 : 0;
        }
        if (groups[0] == 1 && text.startsWith(".", from + 1)) {
            return false; // 0.7535972595
        }
        boolean abroad = text.charAt(from) == '+' || text.startsWith("00", from);
        return abroad || isNational(text, from, type, number, new Groups(digits, group + 1, groups[0]));
    }

    /**
     * How digits are grouped.
     *
     * @param first digits of the first group
     */
    private record Groups(int digits, int count, int first) {}

    private static boolean isNational(String text, int from, PhoneNumberType type, PhoneNumber number, Groups groups) {
        boolean trunk = "0０".indexOf(text.charAt(Chars.digit(text.charAt(from)) < 0 ? from + 1 : from)) >= 0;
        return switch (number.getCountryCode()) {
            case 86 -> isChinese(type, groups, trunk);
            case 1 -> groups.count >= 3 && (groups.first == 3 || groups.first == 1);
            default -> trunk && groups.count >= 2;
        };
    }

    private static boolean isChinese(PhoneNumberType type, Groups groups, boolean trunk) {
        return switch (type) {
            case MOBILE -> groups.digits == 11 || groups.digits == 13;
            case TOLL_FREE, SHARED_COST, PREMIUM_RATE, UAN ->
                groups.count == 3 || (groups.count == 2 && groups.first == 3);
            default -> trunk && groups.count >= 2;
        };
    }
}
