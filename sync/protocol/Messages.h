#pragma once

#include "app/base/Json.h"
#include "sync/protocol/Record.h"

#include <QStringList>

#include <optional>
#include <vector>

/// What stations and the platform say to each other; the contract in prose and schema is openapi.yaml beside this file.
namespace motcua::protocol {

/// GET /v1/mark and the answer to POST /v1/records: how far the platform has this station's chain.
struct Mark {
    qint64 seq = 0;    ///< the last record held; 0: none
    QString head;      ///< hash of that record's header, hex
    QString signature; ///< the platform's, over station, seq and head; base64 (ECDSA P-256, SHA-256)
    /// The province's public key for recovery, PEM; where a station asks for its mark alone.
    QString recoveryKey = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("seq", self.seq);
        field("head", self.head);
        field("signature", self.signature);
        field("recoveryKey", self.recoveryKey);
    }
};

/// Why the platform would not take a record, or why it holds one that does not stand. It goes to the station's needs-you tray.
struct Refusal {
    qint64 seq = 0;
    QString code; ///< "record.broken-chain", "record.blob-missing", "event.not-holder", "book.number-gap", …
    QStringList missingBlobs = {};
    QJsonObject detail = {}; ///< texts as refusalDetail() makes them: {"field": "applicant.name"}
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("seq", self.seq);
        field("code", self.code);
        field("missingBlobs", self.missingBlobs);
        field("detail", self.detail);
    }
};

/// The feed's word to a station about a record of its own that is held and does not stand.
struct Refused : Refusal {
    QString dossier; ///< what the record is about; empty: no dossier
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        Refusal::describe(self, field);
        field("dossier", self.dossier);
    }
};

/// The answer to POST /v1/records. Records before `refusal` are held; none after it. `refused` are held too and do not stand; the
/// station is told of each by the feed, too. Only a station that says that it knows of this gets any: see header::refused.
struct PushAnswer {
    Mark mark;
    std::optional<Refusal> refusal;
    std::vector<Refusal> refused = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("mark", self.mark);
        field("refusal", self.refusal);
        field("refused", self.refused);
    }
};

/// Which records are read: all of a version up to a number; a new kind of record begins at the version that was the newest one
/// when it came. Who says nothing of it reads the first version.
struct ReadVersions {
    int platform = 1;
    int oldestDesk = 1;     ///< the lowest among the desks of the station's unit
    QString oldestDeskName; ///< as people call it; empty where all read as much as the platform
    friend bool operator==(const ReadVersions&, const ReadVersions&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("platform", self.platform);
        field("oldestDesk", self.oldestDesk);
        field("oldestDeskName", self.oldestDeskName);
    }
};

/// One item of the feed. Kinds: "record" (another station's record about a dossier of this unit), "catalogue", "settings",
/// "calendar", "accounts", "volume", "code-range", "claim" (someone asks for a dossier that this station holds),
/// "claim-refused", "record-refused" (a Refused of the station's own), "person-key" (a PersonVoucher), "lease" (numbers of a unit's book, to who
/// holds them), "written-off" (numbers that nobody will give), "notice".
struct FeedItem {
    qint64 cursor = 0; ///< grows; not gapless for one station
    QString kind;
    QJsonObject body;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("cursor", self.cursor);
        field("kind", self.kind);
        field("body", self.body);
    }
};

struct FeedPage {
    std::vector<FeedItem> items;
    bool more = false;
    ReadVersions reads = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("items", self.items);
        field("more", self.more);
        field("reads", self.reads);
    }
};

/// POST /v1/claims: a supervisor's station asks for a dossier.
struct Claim {
    QString dossier;
    QString station; ///< who asks; filled by the platform from the certificate
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("dossier", self.dossier);
        field("station", self.station);
    }
};

/// What a desk wants of one book or series: numbers fetched ahead (use 0), a run for when it has no line (1), or a paper kit (2).
struct NumberWish {
    QString symbol; ///< "SCT/BS", or of a series of slips "slip/fee"
    int year = 0;
    int use = 0;
    int count = 1;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("symbol", self.symbol);
        field("year", self.year);
        field("use", self.use);
        field("count", self.count);
    }
};

/// POST /v1/leases. With no wishes it only asks how things stand.
struct LeaseQuestion {
    std::vector<NumberWish> wishes; ///< granted in this order; one that cannot be is said in the answer and lets the others be
    QJsonArray holding;             ///< all leases in which the desk believes something open (NumberLease.h, HeldLease)
    Mark mark;                      ///< the last that the platform signed for this desk; number 0: none
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("wishes", self.wishes);
        field("holding", self.holding);
        field("mark", self.mark);
    }
};

/// What one desk has left of a book or series.
struct DeskNumbers {
    QString station; ///< UUID
    QString name;    ///< as people call it
    int left = 0;    ///< that it may give by itself
    int kit = 0;     ///< printed beforehand
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("station", self.station);
        field("name", self.name);
        field("left", self.left);
        field("kit", self.kit);
    }
};

/// How one run of numbers of the unit stands.
struct RunStanding {
    QString symbol;
    int year = 0;
    QString keeper; ///< UUID of the desk that keeps it; empty: the platform
    int next = 0;   ///< the first number that was never given
    int back = 0;   ///< how many came back and are given first
    int open = 0;   ///< how many the desks may still give, all together
    std::vector<DeskNumbers> desks;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("symbol", self.symbol);
        field("year", self.year);
        field("keeper", self.keeper);
        field("next", self.next);
        field("back", self.back);
        field("open", self.open);
        field("desks", self.desks);
    }
};

/// Why a wish was not granted: "book.keeper-rests", "book.keeper-elsewhere", "book.no-open-volume", "book.wrong-year", "book.wish-wrong".
struct WishRefused {
    QString symbol;
    QString code;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("symbol", self.symbol);
        field("code", self.code);
    }
};

/// The answer to it. `leases` are all in which this desk has an open number, with what became of the others (NumberLease.h, HeldLease): what the
/// platform holds, also where the feed did not bring it. A lease that the desk knows and that is not among them no longer counts.
struct LeaseAnswer {
    QJsonArray leases;
    std::vector<WishRefused> refused;
    std::vector<RunStanding> runs; ///< the unit's, of this year; only where nothing was wished for
    bool rests = false;            ///< the platform was restored and gives no numbers until every desk has told it what it holds
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("leases", self.leases);
        field("refused", self.refused);
        field("runs", self.runs);
        field("rests", self.rests);
    }
};

/// POST /v1/activations: whoever holds a person's code binds that person's key to the desk that asks.
struct ActivationRequest {
    QString login;
    QString code;       ///< good for one use
    QString publicKey;  ///< P-256, SubjectPublicKeyInfo, DER, base64
    QString proof;      ///< that key's signature over offerText(), base64
    qint64 written = 0; ///< how many records the desk has written: the key counts for those after them
    QString mac = {};   ///< in the code's place where the key was bound by an account file: offerMac(), base64
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("login", self.login);
        field("code", self.code);
        field("publicKey", self.publicKey);
        field("proof", self.proof);
        field("written", self.written);
        field("mac", self.mac);
    }
};

/// A person's account for a desk without a line; see AccountFile.h.
struct AccountFile {
    QString unit;
    QString login;
    QString user;      ///< UUID
    QString salt;      ///< base64
    QString check;     ///< tells a right code from a wrong one, base64
    qint64 until = 0;  ///< UTC milliseconds
    QString signature; ///< the platform's, over accountText(), base64
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("unit", self.unit);
        field("login", self.login);
        field("user", self.user);
        field("salt", self.salt);
        field("check", self.check);
        field("until", self.until);
        field("signature", self.signature);
    }
};

/// The answer to it, and the feed's item "person-key": the platform's word that a key is a person's at a desk.
struct PersonVoucher {
    QString station; ///< UUID
    QString user;    ///< UUID
    QString publicKey;
    qint64 since = 0;  ///< the key counts for the desk's records after this one, and that person's key of before no longer does
    qint64 at = 0;     ///< UTC milliseconds
    QString signature; ///< the platform's, over voucherText(), base64
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("station", self.station);
        field("user", self.user);
        field("publicKey", self.publicKey);
        field("since", self.since);
        field("at", self.at);
        field("signature", self.signature);
    }
};

/// POST /v1/enrolments.
struct EnrolmentRequest {
    QString code;           ///< the one-time code
    QString signingRequest; ///< PKCS#10, PEM; the key never leaves the station
    QString stationName;    ///< empty: as the province calls the desk that the code is for
    QString login = {};     ///< of the first user; left out by stations of before, and then not looked at
    QString publicKey = {}; ///< that user's, as in ActivationRequest; left out by stations of before
    QString proof = {};     ///< as in ActivationRequest, over this code and no records written
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("code", self.code);
        field("signingRequest", self.signingRequest);
        field("stationName", self.stationName);
        field("login", self.login);
        field("publicKey", self.publicKey);
        field("proof", self.proof);
    }
};

/// POST /v1/enrolments/check.
struct EnrolmentQuestion {
    QString code;
    QString login;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("code", self.code);
        field("login", self.login);
    }
};

/// What the enrolment would give.
struct EnrolmentOutlook {
    QString stationName;
    QString unit;
    QString url; ///< the platform's address for everything after enrolment
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("stationName", self.stationName);
        field("unit", self.unit);
        field("url", self.url);
    }
};

struct EnrolmentAnswer {
    QString station;     ///< UUID
    QString certificate; ///< PEM
    QString authority;   ///< the platform's CA, PEM
    QString recoveryKey; ///< the province's public key for the recovery slot, PEM
    QString platformKey; ///< public key that signs marks, PEM
    QString unit;
    QString url;                               ///< the platform's address for everything after enrolment
    QString stationName = {};                  ///< as the province calls the desk; a platform of before leaves it out
    std::optional<PersonVoucher> voucher = {}; ///< of the first user's key; nothing: the code was not that person's own
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("station", self.station);
        field("certificate", self.certificate);
        field("authority", self.authority);
        field("recoveryKey", self.recoveryKey);
        field("platformKey", self.platformKey);
        field("unit", self.unit);
        field("url", self.url);
        field("stationName", self.stationName);
        field("voucher", self.voucher);
    }
};

}
