package kz.shanyraq.office.access;

import java.util.regex.Pattern;
import kz.shanyraq.office.page.Language;
import org.jspecify.annotations.Nullable;

/// A message to be sent to a person. An SMS has no link, so that nobody learns to follow one; and to a
/// family under protection it names no sum and no centre, since others may read the telephone.
///
/// @param family of which it tells
/// @param person to whom it goes
/// @param phone the telephone of an SMS, + and digits; null for the inbox
/// @param language Kazakh or Russian
/// @param kind what sort of message it is, such as `offer`: messages of a kind can be stopped together
/// @param about what it tells of, such as `offer:123`: of that a person hears once by each channel
/// @param words the words as they are sent
/// @param awaits whether an answer is awaited by SMS
public record Outgoing(
        FamilyRef family,
        long person,
        Channel channel,
        @Nullable String phone,
        Language language,
        String kind,
        String about,
        String words,
        boolean awaits) {

    /// The longest text, in characters.
    public static final int LONGEST = 1000;

    private static final Pattern KIND = Pattern.compile("[a-z0-9_]{2,40}");
    private static final Pattern ABOUT = Pattern.compile("[a-z0-9_]+:[a-z0-9_:.-]+");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{10,15}");
    private static final Pattern LINK = Pattern.compile(
            "https?:|www\\.|\\b[a-z0-9-]+\\.(kz|com|ru|org|net|me|info|app)\\b|\\p{L}\\.қаз\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SUM = Pattern.compile(
            "[0-9][\\s\\u00a0\\u202f.,]*(₸|тг|тенге|теңге|мың|тыс|kzt)|[0-9]{5}|[0-9]{1,3}([ \\u00a0\\u202f][0-9]{3})+(?![0-9])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CENTRE =
            Pattern.compile("орталы[қғ]|центр|приют|баспана|убежищ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// By which way.
    public enum Channel {
        /// To a telephone.
        SMS,
        /// On the citizen's pages.
        INBOX;

        /// As the database writes it.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Checks the message.
    public Outgoing {
        words = words.strip();
        refuse(!KIND.matcher(kind).matches(), "The kind of a message is a word such as offer, not '%s'.", kind);
        refuse(
                !ABOUT.matcher(about).matches() || about.length() > 100,
                "What a message is about is written as offer:123, not '%s'.",
                about);
        refuse(language == Language.EN, "Messages are written in Kazakh or Russian, not in %s.", language.ownName());
        refuse(words.isEmpty(), "The message about %s says nothing.", about);
        refuse(words.length() > LONGEST, "The message has %s characters; 1000 are the most.", words.length());
        if (channel == Channel.SMS) {
            refuse(phone == null || !PHONE.matcher(phone).matches(), """
                    An SMS goes to a telephone such as +77010000000; what was given about %s is none.
                    Maybe the family has none: then write to the inbox, or call.""", about);
            refuse(LINK.matcher(words).find(), "An SMS holds no link; that about %s does.", about);
            if (family.restricted()) {
                refuse(
                        SUM.matcher(words).find(),
                        "An SMS to a family under protection names no sum; that about %s does.",
                        about);
                refuse(
                        CENTRE.matcher(words).find(),
                        "An SMS to a family under protection names no centre; that about %s does.",
                        about);
            }
        } else {
            refuse(phone != null, "A message to the inbox has no telephone; that about %s has.", about);
            refuse(awaits, "To a message in the inbox nobody answers by SMS; that about %s awaits it.", about);
        }
    }

    /// An SMS.
    public static Outgoing sms(
            FamilyRef family, long person, String phone, Language language, String kind, String about, String words) {
        return new Outgoing(family, person, Channel.SMS, phone, language, kind, about, words, false);
    }

    /// A message in the inbox of the citizen's pages.
    public static Outgoing inbox(
            FamilyRef family, long person, Language language, String kind, String about, String words) {
        return new Outgoing(family, person, Channel.INBOX, null, language, kind, about, words, false);
    }

    /// The same SMS, to which an answer is awaited.
    public Outgoing awaiting() {
        return new Outgoing(family, person, channel, phone, language, kind, about, words, true);
    }

    /// Without words and telephone, which belong in no log.
    @Override
    public String toString() {
        return "Outgoing[%s, %s]".formatted(about, channel.word());
    }

    private static void refuse(boolean wrong, String why, Object seen) {
        if (wrong) {
            throw new IllegalArgumentException(why.replace("%s", String.valueOf(seen)));
        }
    }
}
