#include "sync/gateway/commands/ProvinceCommands.h"

#include "app/base/StrictJson.h"
#include "sync/gateway/commands/RoleWords.h"
#include "sync/gateway/commands/SettingWords.h"
#include "sync/gateway/publish/BookKeeper.h"
#include "sync/gateway/publish/CarryOver.h"
#include "sync/gateway/publish/CatalogueFiles.h"
#include "sync/gateway/publish/DeskGrant.h"
#include "sync/gateway/publish/JobFiles.h"
#include "sync/gateway/publish/KeeperRest.h"
#include "sync/gateway/publish/UnitSheet.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/OpenStore.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/gateway/store/UnitTable.h"

#include <algorithm>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace motcua::gateway {

namespace {

constexpr qint64 largestFile = 256 * 1024;

/// "the unit's name as its seal and its forms have it", after the commune it serves.
void nameAfter(const Commune& commune, domain::UnitSettings& settings) {
    const QString inSentence = commune.fullName.left(1).toLower() + commune.fullName.mid(1);
    settings.name = QStringLiteral("Trung tâm Phục vụ hành chính công ") + inSentence;
    settings.parentName = QStringLiteral("ỦY BAN NHÂN DÂN ") + commune.fullName.toUpper();
    settings.place = commune.name;
}

}

namespace {

base::Result<std::vector<domain::SigningAuthority>> readAuthorities(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(QStringLiteral("account.unreadable"), {{QStringLiteral("file"), path}});
    const QByteArray content = file.read(largestFile);
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(content, &parsed);
    const auto malformed = [](const QString& place) {
        return base::fail(QStringLiteral("account.malformed"), {{QStringLiteral("field"), QStringLiteral("authorities") + place}});
    };
    if (!document.isArray())
        return malformed({});
    if (const auto fault = base::jsonFault<std::vector<domain::SigningAuthority>>(QJsonValue(document.array())))
        return malformed(fault->place);
    std::vector<domain::SigningAuthority> authorities;
    base::fromJsonValue(QJsonValue(document.array()), authorities);
    return authorities;
}

}

struct ProvinceCommands::Row {
    const char* name;
    const char* needs; ///< options, parted by blanks
    Command command;
    const char* help;
};

std::span<const ProvinceCommands::Row> ProvinceCommands::rows() {
    using Self = ProvinceCommands;
    static constexpr Row table[] = {
        {"add-unit", "unit", &Self::addUnit,
            "--unit CODE {--commune CODE | --name NAME --parent NAME --place NAME} [--address TEXT] [--phone TEXT] [--set NAME=VALUE]\n              "
            "       [--desk-volumes]"},
        {"configure", "set", &Self::configure, "{--unit CODE | --province} --set NAME=VALUE [--set NAME=VALUE]"},
        {"add-account", "unit login name roles", &Self::addAccount,
            "--unit CODE --login LOGIN --name NAME --roles ROLES [--title TEXT] [--authority TEXT] [--authorities FILE]"},
        {"change-account", "unit login", &Self::changeAccount,
            "--unit CODE --login LOGIN [--name NAME] [--roles ROLES] [--title TEXT] [--authority TEXT] [--authorities FILE]"},
        {"deactivate-account", "unit login", &Self::closeAccount, "--unit CODE --login LOGIN"},
        {"reactivate-account", "unit login", &Self::reopenAccount, "--unit CODE --login LOGIN"},
        {"grant", "unit", &Self::grant, "--unit CODE {--year YYYY [--station UUID] | --station UUID --codes FIRST-LAST}"},
        {"carry-over", "unit", &Self::carryOver, "--unit CODE [--first SYMBOL=N] [--first SYMBOL=N]"},
        {"write-off", "station reason", &Self::writeOff, "--station UUID --reason TEXT [--beyond N]"},
        {"restored", "", &Self::restored, ""},
        {"publish-catalogue", "catalogue-version", &Self::publishCatalogue, "--catalogue-version YYYY-MM-DD [--catalogue DIR | --complete DIR]"},
        {"publish-jobs", "jobs", &Self::publishJobs, "--jobs DIR"},
        {"show", "unit", &Self::show, "--unit CODE"},
    };
    return table;
}

const ProvinceCommands::Row* ProvinceCommands::rowOf(const QString& name) {
    const auto all = rows();
    const auto row = std::find_if(all.begin(), all.end(), [&](const Row& each) { return name == QLatin1String(each.name); });
    return row == all.end() ? nullptr : &*row;
}

ProvinceCommands::Command ProvinceCommands::find(const QString& name) {
    const Row* row = rowOf(name);
    return row ? row->command : nullptr;
}

QStringList ProvinceCommands::needs(const QString& name) {
    const Row* row = rowOf(name);
    return row ? QString::fromLatin1(row->needs).split(QLatin1Char(' '), Qt::SkipEmptyParts) : QStringList();
}

QString ProvinceCommands::help() {
    QString text;
    for (const Row& row : rows())
        text += QStringLiteral("  %1 %2\n").arg(QLatin1String(row.name), -18).arg(QLatin1String(row.help));
    return text;
}

void ProvinceCommands::describe(QCommandLineParser& parser) {
    const auto option = [&](const char* name, const char* text, const char* value = "") {
        parser.addOption(QCommandLineOption(QLatin1String(name), QString::fromUtf8(text), QLatin1String(value)));
    };
    option("province", "configure: every unit of the province.");
    option("commune", "add-unit: the commune's code of the General Statistics Office; names the unit after it.", "CODE");
    option("parent", "add-unit: whose unit it is, as its seal has it: \"ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY\".", "NAME");
    option("place", "add-unit: the place before the date on forms: \"Bãi Cháy\".", "NAME");
    option("address", "add-unit: the unit's address.", "TEXT");
    option("phone", "add-unit: the unit's telephone number.", "TEXT");
    option("set",
        "configure, add-unit, init: a setting as UnitSettings names it, such as twoHatAllowed=true, closing=17:30, "
        "favourites=2.000815,2.000884; several times for several. signedActs=true: acts that bind are taken only with the signature of their person.",
        "NAME=VALUE");
    option("login",
        "accounts, activation, enrol-code: the login, such as lan.nt. Passwords are chosen at the station, by whoever holds the code of activation.",
        "LOGIN");
    option("roles", "accounts: clerk, supervisor, technician, parted by commas.", "ROLES");
    option("title", "accounts: as printed below a signature: \"PHÓ CHỦ TỊCH\".", "TEXT");
    option("authority", "accounts: by whose authority they sign: \"KT. CHỦ TỊCH\".", "TEXT");
    option("authorities",
        "accounts: a JSON list of what they sign by in books, which takes the place of what was there; [] for none: "
        "[{\"capacity\": \"TUQ. CHỦ TỊCH\", \"title\": \"CÔNG CHỨC TƯ PHÁP\", \"stampOwner\": \"ỦY BAN NHÂN DÂN …\", \"paper\": \"12/QĐ-UBND\", "
        "\"paperDate\": \"2026-11-02\", \"from\": \"2026-11-03\", \"until\": \"2027-11-02\", \"books\": [\"SCT/BS\"]}].",
        "FILE");
    option("year", "grant: a volume of each book for each desk that has no open one of this year.", "YYYY");
    option("complete",
        "publish-catalogue: a directory whose procedures*.csv and fees.csv hold only the rows to mend or add; the rest stays as published.", "DIR");
    option("jobs", "publish-jobs: a directory with a directory for each kind of job; resources/jobs/README.md explains them.", "DIR");
    option("first", "carry-over: where the run of a book begins this year, if its paper book is ahead: SCT/BS=152; several times for several.",
        "SYMBOL=N");
    option("reason", "write-off: what the book says of the numbers.", "TEXT");
    option("beyond",
        "write-off: after a backup was put back, of a desk that is lost since: how many more numbers of each book it may have been given after the "
        "backup was made.",
        "N");
    option("codes", "grant: the dossier serials of the desk, none of which another desk has or had.", "FIRST-LAST");
}

base::Result<QJsonObject> ProvinceCommands::inTransaction(const Change& change) {
    return openStore(value("data"), m_vault)
        .and_then([&](const std::unique_ptr<PlatformStore>& store) { return store->write(change); })
        .map([](bool changed) {
            return QJsonObject{{QStringLiteral("changed"), changed}};
        });
}

base::Result<QJsonObject> ProvinceCommands::withPeople(const std::function<base::Outcome(People&)>& change) {
    return inTransaction([&](Tables& tables) -> base::Result<bool> {
        auto people = People::of(tables, value("unit"));
        if (!people)
            return base::fail(people.error());
        return change(*people).and_then([&](base::Done) { return people->publish(tables); });
    });
}

base::Result<AccountWords> ProvinceCommands::accountWords() const {
    AccountWords words{value("login"), said("name"), said("title"), said("authority")};
    if (has("authorities")) {
        auto authorities = readAuthorities(value("authorities"));
        if (!authorities)
            return base::fail(authorities.error());
        words.authorities = std::move(*authorities);
    }
    if (has("roles"))
        words.roles = rolesIn(value("roles"));
    if (words.roles == 0)
        return base::fail(QStringLiteral("account.malformed"), {{QStringLiteral("field"), QStringLiteral("roles")}});
    return words;
}

base::Result<QJsonObject> ProvinceCommands::addUnit() {
    domain::UnitSettings settings;
    settings.unit = domain::UnitCode::fromString(value("unit"));
    if (settings.unit.isNull())
        return base::fail(QStringLiteral("unit.bad-code"), {{QStringLiteral("unit"), value("unit")}});
    if (has("commune")) {
        const auto commune = readCommune(value("catalogue"), value("commune"));
        if (!commune)
            return base::fail(commune.error());
        nameAfter(*commune, settings);
    }
    settings.name = said("name").value_or(settings.name).simplified();
    settings.parentName = said("parent").value_or(settings.parentName).simplified();
    settings.place = said("place").value_or(settings.place).simplified();
    settings.address = value("address").simplified();
    settings.phone = value("phone").simplified();
    settings.signedActs = true;
    for (const QString& setting : m_parser.values(QStringLiteral("set")))
        if (const auto applied = applySetting(settings, setting); !applied)
            return base::fail(applied.error());
    return inTransaction([&](Tables& tables) {
        return gateway::addUnit(tables, settings).and_then([&](bool added) {
            const auto begun = added && !has("desk-volumes") ? beginOneRun(tables, settings.unit, m_clock.now()) : base::done();
            return begun.map([&](base::Done) { return added; });
        });
    });
}

base::Result<QJsonObject> ProvinceCommands::configure() {
    if (has("unit") == has("province"))
        return base::fail(QStringLiteral("command.incomplete"), {{QStringLiteral("option"), QStringLiteral("unit")}});
    return inTransaction([&](Tables& tables) -> base::Result<bool> {
        const auto units = has("province") ? unitCodes(tables) : base::Result<QStringList>(QStringList{value("unit")});
        if (!units)
            return base::fail(units.error());
        bool changed = false;
        for (const QString& unit : *units) {
            const auto configured = configureUnit(tables, unit, m_parser.values(QStringLiteral("set")));
            if (!configured)
                return configured;
            changed = changed || *configured;
        }
        return changed;
    });
}

base::Result<QJsonObject> ProvinceCommands::addAccount() {
    return accountWords().and_then([&](const AccountWords& words) {
        const auto id = domain::UserId::make(m_clock.now().toMSecsSinceEpoch());
        return withPeople([&](People& people) { return people.add(id, words); });
    });
}

base::Result<QJsonObject> ProvinceCommands::changeAccount() {
    return accountWords().and_then([&](const AccountWords& words) { return withPeople([&](People& people) { return people.change(words); }); });
}

base::Result<QJsonObject> ProvinceCommands::closeAccount() {
    return withPeople([&](People& people) { return people.setActive(value("login"), false); });
}

base::Result<QJsonObject> ProvinceCommands::reopenAccount() {
    return withPeople([&](People& people) { return people.setActive(value("login"), true); }).map([](QJsonObject said) {
        // The desks have dropped what the person's password opened.
        said.insert(QStringLiteral("next"), QStringLiteral("activation: a new code; with it a colleague adds the person anew at each desk"));
        return said;
    });
}

base::Result<QJsonObject> ProvinceCommands::grant() {
    if (!has("year") && !has("codes"))
        return base::fail(QStringLiteral("command.incomplete"), {{QStringLiteral("option"), QStringLiteral("year")}});
    const QUuid station = QUuid::fromString(value("station"));
    const bool namesNone = has("station") && station.isNull();
    if (namesNone || (has("codes") && station.isNull()))
        return base::fail(namesNone ? base::Error{QStringLiteral("station.unknown")}
                                    : base::Error{QStringLiteral("command.incomplete"), {{QStringLiteral("option"), QStringLiteral("station")}}});
    return inTransaction([&](Tables& tables) -> base::Result<bool> {
        bool changed = false;
        if (has("year")) {
            const auto given = grantYear(tables, {value("unit"), station, value("year").toInt(), m_clock.now()});
            if (!given)
                return base::fail(given.error());
            changed = *given > 0;
        }
        if (!has("codes"))
            return changed;
        const QStringList ends = value("codes").split(QLatin1Char('-'));
        return grantCodes(tables, {value("unit"), station, ends.value(0).toInt(), ends.size() == 2 ? ends.last().toInt() : 0}).map([&](bool given) {
            return given || changed;
        });
    });
}

base::Result<QJsonObject> ProvinceCommands::carryOver() {
    CarryOver wish{value("unit"), {}, m_clock.now()};
    for (const QString& first : m_parser.values(QStringLiteral("first"))) {
        const qsizetype sign = first.lastIndexOf(QLatin1Char('='));
        const int number = first.mid(sign + 1).toInt();
        if (sign < 1 || number < 1)
            return base::fail(QStringLiteral("carry-over.malformed"), {{QStringLiteral("first"), first}});
        wish.first.insert_or_assign(first.left(sign).trimmed(), number);
    }
    return inTransaction([&](Tables& tables) { return gateway::carryOver(tables, wish); });
}

/// The data come from a copy: no unit gets numbers before its desks have said what they were leased since.
base::Result<QJsonObject> ProvinceCommands::restored() {
    return inTransaction([&](Tables& tables) -> base::Result<bool> {
        const auto units = tables.units().all();
        if (!units)
            return base::fail(units.error());
        for (const UnitRow& unit : *units)
            if (const auto rests = restFrom(tables, unit.key, QStringLiteral("said by the operator"), m_clock.now()); !rests)
                return base::fail(rests.error());
        return !units->empty();
    });
}

base::Result<QJsonObject> ProvinceCommands::writeOff() {
    const QUuid station = QUuid::fromString(value("station"));
    const QString reason = value("reason").simplified();
    if (reason.isEmpty())
        return base::fail(QStringLiteral("command.incomplete"), {{QStringLiteral("option"), QStringLiteral("reason")}});
    int numbers = 0;
    return inTransaction([&](Tables& tables) -> base::Result<bool> {
        const auto desk = tables.stations().find(station);
        if (!desk || !*desk)
            return desk ? base::fail(QStringLiteral("station.unknown")) : base::fail(desk.error());
        const auto gone = writeOffDesk(tables, (*desk)->peer, {reason, value("beyond").toInt(), m_clock.now()});
        numbers = gone.value_or(0);
        return gone.map([](int count) { return count > 0; });
    }).map([&](QJsonObject said) {
        said.insert(QStringLiteral("numbers"), numbers);
        return said;
    });
}

base::Result<QJsonObject> ProvinceCommands::publishCatalogue() {
    if (has("complete"))
        return inTransaction([&](Tables& tables) {
            return publishedEdition(tables)
                .and_then(
                    [&](const CatalogueEdition& published) { return completeEdition(published, value("complete"), value("catalogue-version")); })
                .and_then([&](const CatalogueEdition& edition) { return publishEdition(tables, edition); });
        });
    return readEdition(value("catalogue"), value("catalogue-version")).and_then([&](const CatalogueEdition& edition) {
        return inTransaction([&](Tables& tables) { return publishEdition(tables, edition); });
    });
}

base::Result<QJsonObject> ProvinceCommands::publishJobs() {
    return readJobs(value("jobs")).and_then([&](const std::vector<QJsonObject>& descriptions) {
        QStringList kinds;
        int volumes = 0;
        return inTransaction([&](Tables& tables) -> base::Result<bool> {
            const auto published = gateway::publishJobs(tables, descriptions);
            const auto given = published ? grantNewBooks(tables, m_clock.now()) : base::fail(published.error());
            if (!given)
                return base::fail(given.error());
            kinds = *published;
            volumes = *given;
            return !kinds.isEmpty() || volumes > 0;
        }).map([&](QJsonObject said) {
            said.insert(QStringLiteral("published"), QJsonArray::fromStringList(kinds));
            said.insert(QStringLiteral("volumes"), volumes);
            return said;
        });
    });
}

base::Result<QJsonObject> ProvinceCommands::show() {
    return openStore(value("data"), m_vault).and_then([&](const std::unique_ptr<PlatformStore>& store) {
        return store->read([&](const Tables& tables) { return unitSheet(tables, value("unit")); });
    });
}

}
