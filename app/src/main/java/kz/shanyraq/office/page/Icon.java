package kz.shanyraq.office.page;

import java.util.Locale;

/// The icons of the pages. The name in brackets is the drawing: of NAV's Aksel set, or our own in `ui/src/icons`.
/// The build of `ui` reads this list: a line here puts an icon into the sprite.
public enum Icon {
    HOUSE("House"),
    FAMILY("PersonGroup"),
    PERSON("PersonCircle"),
    ADULT("PersonCircle"),
    CHILD("FigureOutward"),
    BABY("BabyWrapped"),
    WHEELCHAIR("Wheelchair"),
    PREGNANT("PersonPregnant"),
    ELDERLY("PersonTallShort"),
    DUPLICATES("Files"),
    APPLICATION("FileText"),
    SERVICES("Buildings3"),
    WORK("Briefcase"),
    STUDY("HatSchool"),
    HEALTH("Stethoscope"),
    DWELLING("HouseHeart"),
    CAR("Car"),
    LAND("Plant"),
    REPORTS("BarChart"),
    LOG("Receipt"),
    LAW("Gavel"),
    SOURCES("Broadcast"),
    DATABASE("Database"),
    UPLOAD("Upload"),
    DOWNLOAD("Download"),
    FILE("File"),
    QUALITY("SealCheckmark"),
    OFFICERS("PersonSuit"),
    ROLES("KeyHorizontal"),
    SETTINGS("Cog"),
    SEARCH("MagnifyingGlass"),
    MENU("MenuHamburger"),
    MORE("MenuElipsisHorizontal"),
    CLOSE("XMark"),
    THEME("Theme"),
    SUN("Sun"),
    MOON("Moon"),
    LANGUAGE("Language"),
    ROWS("Density2"),
    SIGN_OUT("Leave"),
    SIGN_IN("Enter"),
    SWITCH("ArrowRightLeft"),
    INFORMATION("InformationSquare"),
    CHECK("CheckmarkCircleFill"),
    TICK("Checkmark"),
    WARNING("ExclamationmarkTriangleFill"),
    FAILED("XMarkOctagonFill"),
    REFUSED("XMarkOctagon"),
    QUESTION("QuestionmarkDiamondFill"),
    PLUS("Plus"),
    PLUS_CIRCLE("PlusCircleFill"),
    MINUS("Minus"),
    SHIELD("ShieldCheckmark"),
    SHIELD_LOCK("ShieldLock"),
    LOCK("PadlockLocked"),
    EYE("Eye"),
    CLOCK("Clock"),
    HOURGLASS("Hourglass"),
    HISTORY("ClockDashed"),
    CALENDAR("Calendar"),
    PHONE("Phone"),
    MAIL("EnvelopeClosed"),
    PIN("LocationPin"),
    PENCIL("Pencil"),
    FLAG("HikingTrailSign"),
    CHAT("Chat"),
    HAND_HEART("HandHeart"),
    HANDSHAKE("Handshake"),
    MERGE("Migration"),
    SPLIT("Branching"),
    RETRY("ArrowsCirclepath"),
    PAUSE("Pause"),
    PLAY("Play"),
    TRASH("Trash"),
    FILTER("Filter"),
    LINK("Link"),
    EXTERNAL("ExternalLink"),
    PRINT("PrinterSmall"),
    TABLE("Table"),
    CHEVRON_RIGHT("ChevronRight"),
    CHEVRON_LEFT("ChevronLeft"),
    CHEVRON_DOWN("ChevronDown"),
    ARROW_RIGHT("ArrowRight"),
    UP("TrendUp"),
    DOWN("TrendDown"),
    FLAT("TrendFlat"),
    INBOX("Inbox"),
    WALLET("Wallet"),
    CLOUD_OFF("CloudSlash"),
    TENGE("tenge"),
    YURT("yurt");

    private final String drawing;

    Icon(String drawing) {
        this.drawing = drawing;
    }

    /// Where the icon is, for `<use href>`.
    public String address() {
        return Assets.address("icons.svg") + "#"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String drawing() {
        return drawing;
    }
}
