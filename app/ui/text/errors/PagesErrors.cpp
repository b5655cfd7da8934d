#include "app/ui/text/errors/ErrorTopics.h"

#include <QtGlobal>

namespace motcua::ui {

std::span<const ErrorRow> pagesErrors() {
    static constexpr ErrorRow rows[] = {
        {"record.blob-missing", Tone::Warning, QT_TR_NOOP("The province has not received a scanned page of this record."),
            QT_TR_NOOP("The page is safe on this machine."), QT_TR_NOOP("Send it again: its pages go first.")},
        {"blob.missing", Tone::Warning, QT_TR_NOOP("This page is not on this machine yet."), QT_TR_NOOP("The dossier is unchanged."),
            QT_TR_NOOP("It comes by itself when there is a line.")},
        {"blob.damaged blob.checksum-mismatch", Tone::Danger, QT_TR_NOOP("This page is damaged."), QT_TR_NOOP("The other pages are kept."),
            QT_TR_NOOP("Scan the page again.")},
        {"blob.too-large import.too-large", Tone::Danger, QT_TR_NOOP("This file is too large."), QT_TR_NOOP("Pages taken in before are kept."),
            QT_TR_NOOP("Scan it in parts or at a lower resolution.")},
        {"import.damaged", Tone::Danger, QT_TR_NOOP("This file is damaged and cannot be read."), QT_TR_NOOP("Pages taken in before are kept."),
            QT_TR_NOOP("Save or scan it once more, then take it in again.")},
        {"import.too-long", Tone::Danger, QT_TR_NOOP("Reading this file took too long, and was given up."),
            QT_TR_NOOP("Pages taken in before are kept."), QT_TR_NOOP("Print or scan its pages, then take those in.")},
        {"import.too-complex", Tone::Danger, QT_TR_NOOP("Reading this file takes more memory than any page needs, and was given up."),
            QT_TR_NOOP("Pages taken in before are kept."), QT_TR_NOOP("Print or scan its pages, then take those in.")},
        {"import.no-page", Tone::Danger, QT_TR_NOOP("This picture has the shape of no page: {width} × {height} dots."),
            QT_TR_NOOP("Pages taken in before are kept."), QT_TR_NOOP("Scan the paper itself, or take in a picture that shows it whole.")},
        {"import.empty", Tone::Danger, QT_TR_NOOP("There is nothing in this file."), QT_TR_NOOP("Pages taken in before are kept."),
            QT_TR_NOOP("Scan it once more; if it stays so, look whether the device's disk or the share is full.")},
        {"import.unreadable", Tone::Danger, QT_TR_NOOP("This file may not be read by this program."), QT_TR_NOOP("Pages taken in before are kept."),
            QT_TR_NOOP("Have the technician allow it, or copy the file to a folder of your own.")},
        {"import.locked", Tone::Danger, QT_TR_NOOP("This PDF is locked with a password."), QT_TR_NOOP("Pages taken in before are kept."),
            QT_TR_NOOP("Open it with its password, print it as a new PDF without one, and take that in; or ask for the paper.")},
        {"import.heic", Tone::Danger, QT_TR_NOOP("Photographs of the kind HEIC cannot be taken in."), QT_TR_NOOP("Pages taken in before are kept."),
            QT_TR_NOOP("Save it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible; then take the photograph once more.")},
        {"import.unsupported", Tone::Danger, QT_TR_NOOP("Files of this kind cannot be taken in."), QT_TR_NOOP("Pages taken in before are kept."),
            QT_TR_NOOP("Use PDF, JPEG, PNG, TIFF, BMP or WebP.")},
        {"import.too-many-pages", Tone::Danger, QT_TR_NOOP("This file has too many pages."), QT_TR_NOOP("Pages taken in before are kept."),
            QT_TR_NOOP("Take it in in parts.")},
        {"page.not-shown", Tone::Warning, QT_TR_NOOP("This page cannot be shown."), QT_TR_NOOP("It is kept as it came."),
            QT_TR_NOOP("Look at the paper itself, or have it scanned again where it was taken in.")},
        {"page.no-reader", Tone::Danger, QT_TR_NOOP("The part of the program that shows pages could not be started."),
            QT_TR_NOOP("All pages are kept."), QT_TR_NOOP("Call the technician: motcua-scan is missing beside the program, or may not be started.")},
        {"scan.jammed", Tone::Warning, QT_TR_NOOP("Paper is jammed in the scanner."), QT_TR_NOOP("Pages already read are kept."),
            QT_TR_NOOP("Take the jammed sheet out, put it back on the pile and scan the rest.")},
        {"scan.cover-open", Tone::Warning, QT_TR_NOOP("The scanner's cover is open."), QT_TR_NOOP("Pages already read are kept."),
            QT_TR_NOOP("Close the cover and scan the rest.")},
        {"scan.no-paper", Tone::Warning, QT_TR_NOOP("There is no paper in the feeder."), QT_TR_NOOP("Pages already read are kept."),
            QT_TR_NOOP("Put the original into the feeder and scan again.")},
        {"scan.device-gone scan.no-device", Tone::Warning, QT_TR_NOOP("The scanner is not there."), QT_TR_NOOP("Pages already read are kept."),
            QT_TR_NOOP("Check its cable and power, then scan again; files can be taken in instead.")},
        {"scan.device-busy scan.busy", Tone::Warning, QT_TR_NOOP("The scanner is busy."), QT_TR_NOOP("Pages already read are kept."),
            QT_TR_NOOP("Wait until it is done, then scan again.")},
        {"scan.helper-died scan.io-error scan.timed-out", Tone::Warning, QT_TR_NOOP("The scanner stopped answering."),
            QT_TR_NOOP("Pages already read are kept."), QT_TR_NOOP("Switch it off and on, then scan the rest.")},
        {"scan.cancelled", Tone::Info, QT_TR_NOOP("The scan was stopped."), QT_TR_NOOP("Pages already read are kept."), ""},
        {"page.no-such", Tone::Warning, QT_TR_NOOP("There is no such page."), QT_TR_NOOP("Pages already read are kept."), QT_TR_NOOP("Try again.")},
        {"page.not-turned", Tone::Warning, QT_TR_NOOP("This page cannot be turned."), QT_TR_NOOP("It is unchanged."),
            QT_TR_NOOP("A PDF is kept as it came, for it may be signed: scan the paper the right way up, or leave it.")},
        {"watch.directory-missing", Tone::Warning, QT_TR_NOOP("The watched folder is not there."), QT_TR_NOOP("Pages already read are kept."),
            QT_TR_NOOP("Check the network drive, or choose another folder.")},
        {"watch.not-absolute", Tone::Warning, QT_TR_NOOP("This is not the full path of a folder."), QT_TR_NOOP("The setting is unchanged."),
            QT_TR_NOOP("Choose the dossier from the list.")},
        {"watch.not-deleted", Tone::Warning, QT_TR_NOOP("The pages were taken in, but the file could not be deleted."),
            QT_TR_NOOP("Its pages are safe in the intake."),
            QT_TR_NOOP(
                "Delete it from the watched folder yourself: it is an unsealed copy of a citizen's paper, and comes again at the next start of "
                "the program.")},
        {"watch.changed", Tone::Warning, QT_TR_NOOP("The file changed while it was being taken in."), QT_TR_NOOP("The file is still in the folder."),
            QT_TR_NOOP("It is taken in again as it is now: remove the pages that are there twice.")},
        {"watch.taken-elsewhere", Tone::Warning, QT_TR_NOOP("Another desk has taken this file too."),
            QT_TR_NOOP("Its pages are in this intake as well."),
            QT_TR_NOOP("Agree with the other desk whose it is, and remove the pages at the one that does not need them.")},
        {"watch.bad-name", Tone::Warning, QT_TR_NOOP("The name of this file cannot be read."), QT_TR_NOOP("The file is still in the folder."),
            QT_TR_NOOP("Rename it with plain letters, or have the technician set the device to Unicode names.")},
        {"watch.unknown-file", Tone::Warning, QT_TR_NOOP("A file in the watched folder could not be taken in."),
            QT_TR_NOOP("The file is still in the folder."), QT_TR_NOOP("Wait until it is fully written, then take it in again.")},
    };
    return rows;
}

}
