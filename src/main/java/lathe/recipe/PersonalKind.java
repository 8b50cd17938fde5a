package lathe.recipe;

/** A kind of personal information. */
public enum PersonalKind {
    /** E-mail addresses. */
    EMAIL,
    /** Phone numbers. */
    PHONE,
    /** Chinese identity cards. */
    ID_CARD,
    /** Bank cards. */
    BANK_CARD,
    /** Addresses of the Internet Protocol. */
    IP,
    /** Links with a user and a password. */
    URL_CREDENTIALS,
    /** Keys and secrets of services. */
    API_KEY,
    /** Names of people. */
    NAME,
    /** Postal addresses. */
    ADDRESS
}
