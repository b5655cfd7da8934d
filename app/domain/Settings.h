#pragma once

#include "app/domain/SigningAuthority.h"
#include "app/domain/Volume.h"

#include <QTime>

namespace motcua::domain {

/// What a unit decides for itself, published by the province. Every default that the law or the sources leave uncertain
/// ([M] or [L] in the sources) is here, never a constant in code.
struct UnitSettings {
    UnitCode unit;      ///< "H49.30"
    QString name;       ///< "Trung tâm Phục vụ hành chính công phường Bãi Cháy"
    QString parentName; ///< "ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY"
    QString place;      ///< "Bãi Cháy": before the date on forms
    QString address;
    QString phone;
    QTime sameDayCutOff{15, 0, 0}; ///< NĐ 23/2015/NĐ-CP, Điều 7: 15:00:00 is still on time
    QTime closing{17, 0, 0};       ///< the hour printed as due hour
    QTime opening{7, 30, 0};
    bool twoHatAllowed = false;           ///< may someone approve what they received themselves; recorded when used
    bool numberRestartsPerVolume = false; ///< certification.md §9 [M]
    int idleLockMinutes = 5;
    bool amountWordsNorthern = true;                   ///< nghìn/linh; false: ngàn/lẻ
    bool amountWordsExact = true;                      ///< add "chẵn"
    QString suffixReceipt = QStringLiteral("TNHS");    ///< form 01 number
    QString suffixSupplement = QStringLiteral("HDHS"); ///< form 02
    QString suffixRefusal = QStringLiteral("TCHS");    ///< form 03
    QString suffixFee = QStringLiteral("PT");          ///< fee slip
    QString taxCode;                                   ///< mã số thuế of who collects, on the fee slip; may be empty
    /// What forms 02 and 03 rest on, put before a basis that names no article: one notice in one time (one-stop.md §1, point 4).
    QString slipBasis = QStringLiteral("điểm a khoản 2 Điều 17 Nghị định số 118/2025/NĐ-CP, sửa đổi, bổ sung tại Nghị định số 309/2026/NĐ-CP");
    int supplementDays = 30; ///< calendar days that form 02 gives the citizen [L]; 0: it names no day
    QStringList favourites;  ///< procedure codes of the favourite keys, in order
    int maxSupplements = 1;  ///< beyond it the national indicator counts the dossier as overdue
    /// Acts that bind are taken only with the signature of the person whose act it is. False, as in provinces of before: what is unsigned is taken,
    /// with a doubt once that person has a key at the desk.
    bool signedActs = false;
    /// What the office takes for photocopying a page, đồng; the province sets its ceiling (NĐ 23/2015/NĐ-CP, Điều 15 khoản 3). Nothing: it takes
    /// none.
    std::optional<int> photocopyPrice = {};
    // Of a unit whose books have one run of numbers.
    std::optional<bool> orderOfDates = {}; ///< true: what a desk has left at the day's end is written off, so that no row stands behind a later day's
    std::optional<int> firstLease = {};    ///< how many numbers of a book a desk is leased that has no use of days to go by; nothing: 60
    std::optional<int> firstSlips = {};    ///< the same of a series of slips; nothing: 30
    QString reasonUnused = {};             ///< what the book says of numbers that nobody used in their month; empty: as NumberRun.h says
    friend bool operator==(const UnitSettings&, const UnitSettings&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("unit", self.unit);
        field("name", self.name);
        field("parentName", self.parentName);
        field("place", self.place);
        field("address", self.address);
        field("phone", self.phone);
        field("sameDayCutOff", self.sameDayCutOff);
        field("closing", self.closing);
        field("opening", self.opening);
        field("twoHatAllowed", self.twoHatAllowed);
        field("numberRestartsPerVolume", self.numberRestartsPerVolume);
        field("idleLockMinutes", self.idleLockMinutes);
        field("amountWordsNorthern", self.amountWordsNorthern);
        field("amountWordsExact", self.amountWordsExact);
        field("suffixReceipt", self.suffixReceipt);
        field("suffixSupplement", self.suffixSupplement);
        field("suffixRefusal", self.suffixRefusal);
        field("suffixFee", self.suffixFee);
        field("taxCode", self.taxCode);
        field("slipBasis", self.slipBasis);
        field("supplementDays", self.supplementDays);
        field("favourites", self.favourites);
        field("maxSupplements", self.maxSupplements);
        field("signedActs", self.signedActs);
        field("photocopyPrice", self.photocopyPrice);
        field("orderOfDates", self.orderOfDates);
        field("firstLease", self.firstLease);
        field("firstSlips", self.firstSlips);
        field("reasonUnused", self.reasonUnused);
    }
};

enum class Role { Clerk = 1, Supervisor = 2, Technician = 4 };

/// A person who may work at the unit's stations, published by the province. `roles` is an or of Role numbers.
struct Account {
    UserId id;
    QString login; ///< "lan.nt": lower case, not secret
    QString name;
    QString title;     ///< "Công chức", "PHÓ CHỦ TỊCH"
    QString authority; ///< "TM. ỦY BAN NHÂN DÂN" or empty
    UnitCode unit;
    int roles = 0;
    bool active = true;
    /// By which it signs in books; none: as title and authority say, in any book on any day.
    std::vector<SigningAuthority> authorities = {};
    bool may(Role role) const { return active && (roles & static_cast<int>(role)) != 0; }
    friend bool operator==(const Account&, const Account&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("id", self.id);
        field("login", self.login);
        field("name", self.name);
        field("title", self.title);
        field("authority", self.authority);
        field("unit", self.unit);
        field("roles", self.roles);
        field("active", self.active);
        field("authorities", self.authorities);
    }
};

/// The serials of a unit's day that one station may use for dossier codes: first..last inclusive, again from `first` each day.
/// Stations' ranges never overlap, so codes are unique without a line.
struct CodeRange {
    UnitCode unit;
    StationId station;
    int first = 1;
    int last = 999;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("unit", self.unit);
        field("station", self.station);
        field("first", self.first);
        field("last", self.last);
    }
};

}
