package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.page.QrPicture;
import org.jspecify.annotations.Nullable;

/// What the page of the second factor shows: the secret as a picture and as letters before it is confirmed, the
/// recovery codes once after.
public record SecondFactorPage(
        @Nullable String secret,
        @Nullable QrPicture picture,
        List<String> recovery,
        @Nullable String error) {}
