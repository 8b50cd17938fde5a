package lathe.clean.privacy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lathe.clean.rule.RuleServices;
import lathe.recipe.EditRules;
import lathe.recipe.PersonalKind;
import lathe.run.Failure;

/** Finds personal information in texts. Safe for several threads. */
public final class PersonalFinder {
    private final List<Kind> kinds = new ArrayList<>();

    private record Kind(PersonalKind kind, Detector detector) {}

    private PersonalFinder(Collection<PersonalKind> looked, List<String> regions, OwnNames own) {
        Set<PersonalKind> distinct = EnumSet.noneOf(PersonalKind.class);
        distinct.addAll(looked);
        distinct.forEach(kind -> add(kind, regions));
        if (!own.names().isEmpty()) {
            kinds.add(new Kind(PersonalKind.NAME, new ListDetector(own.names())));
        }
        if (!own.places().isEmpty()) {
            kinds.add(new Kind(PersonalKind.ADDRESS, new ListDetector(own.places())));
        }
    }

    /** A finder of all kinds, with the phone numbers of China and the United States. */
    public static PersonalFinder ofAll() {
        return new PersonalFinder(EnumSet.allOf(PersonalKind.class), List.of("CN", "US"), OwnNames.NONE);
    }

    /** The finder that a rule describes; entries of its lists are found whatever its kinds are. */
    public static PersonalFinder of(EditRules.PersonalInformation rule, RuleServices services)
            throws Failure, IOException {
        List<String> regions = new ArrayList<>();
        for (String region : rule.regions()) {
            regions.add(known(region.toUpperCase(Locale.ROOT)));
        }
        OwnNames own =
                OwnNames.load(rule.lists().stream().map(services::resolve).toList());
        return new PersonalFinder(rule.kinds(), regions, own);
    }

    private static String known(String region) throws Failure {
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
            throw Failure.badInput(
                    "There is no region " + region,
                    "personal-information: regions",
                    "write two letters as in ISO 3166, such as CN, US or GB");
        }
        return region;
    }

    /** What stands in a text, in its order; findings do not overlap. */
    public List<Finding> find(String text) {
        List<Finding> all = new ArrayList<>();
        for (Kind kind : kinds) {
            kind.detector().find(text, (from, to) -> all.add(new Finding(kind.kind(), from, to)));
        }
        return Overlaps.resolve(all);
    }

    private void add(PersonalKind kind, List<String> regions) {
        switch (kind) {
            case EMAIL -> kinds.add(new Kind(kind, new EmailDetector()));
            case PHONE -> kinds.add(new Kind(kind, new PhoneDetector(regions)));
            case ID_CARD -> kinds.add(new Kind(kind, new IdCardDetector()));
            case BANK_CARD -> kinds.add(new Kind(kind, new BankCardDetector()));
            case IP -> kinds.add(new Kind(kind, new IpDetector()));
            case URL_CREDENTIALS -> kinds.add(new Kind(kind, new UrlCredentialsDetector()));
            case API_KEY -> kinds.add(new Kind(kind, new ApiKeyDetector()));
            case NAME -> {
                kinds.add(new Kind(kind, new ChineseNameDetector()));
                kinds.add(new Kind(kind, new EnglishNameDetector()));
            }
            case ADDRESS -> {
                kinds.add(new Kind(kind, new ChineseAddressDetector()));
                kinds.add(new Kind(kind, new EnglishAddressDetector()));
            }
        }
    }
}
