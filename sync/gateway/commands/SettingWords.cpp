#include "sync/gateway/commands/SettingWords.h"

#include "app/domain/UnseenSigns.h"

#include <QRegularExpression>
#include <QTime>

#include <optional>

namespace motcua::gateway {

namespace {

constexpr qsizetype longestText = 200;
constexpr qsizetype longestSuffix = 20;
constexpr qsizetype mostFavourites = 12;
constexpr int longestIdle = 240;
constexpr int mostSupplements = 10;
constexpr int mostSupplementDays = 365;
constexpr int mostFirstLease = 500;
constexpr int mostAPage = 100'000; // đồng

/// 10 digits, or 13 with a hyphen before the last three; empty: none (language.md §6).
bool isTaxCode(const QString& text) {
    static const QRegularExpression shape(QStringLiteral("\\A(?:\\d{10}(?:-\\d{3})?)?\\z"));
    return shape.match(text).hasMatch();
}

bool read(const QString& text, QString& value) {
    value = text.simplified();
    return true;
}

bool read(const QString& text, domain::UnitCode& value) {
    value = domain::UnitCode::fromString(text);
    return !value.isNull();
}

bool read(const QString& text, bool& value) {
    value = text == QLatin1String("true");
    return value || text == QLatin1String("false");
}

bool read(const QString& text, int& value) {
    bool good = false;
    value = text.toInt(&good);
    return good;
}

bool read(const QString& text, QTime& value) {
    value = QTime::fromString(text, QStringLiteral("HH:mm"));
    return value.isValid();
}

bool read(const QString& text, QStringList& value) {
    value = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString& each : value)
        each = each.trimmed();
    return !value.contains(QString());
}

/// "none": as the program has it.
template <class Value>
bool read(const QString& text, std::optional<Value>& value) {
    Value said{};
    const bool isNone = text == QLatin1String("none");
    const bool good = isNone || read(text, said);
    if (good)
        value = isNone ? std::nullopt : std::optional(said);
    return good;
}

/// Finds the setting of a name among the described fields and reads its value.
struct Assignment {
    QString name;
    QString text;
    bool isKnown = false;
    bool isRead = false;

    template <class Value>
    void operator()(const char* field, Value& value) {
        if (name != QLatin1String(field) || name == QLatin1String("unit"))
            return;
        isKnown = true;
        isRead = read(text, value);
    }
};

base::Error fault(const char* code, const QString& setting) {
    return {QLatin1String(code), {{QStringLiteral("setting"), setting}}};
}

}

base::Outcome applySetting(domain::UnitSettings& settings, const QString& assignment) {
    const qsizetype sign = assignment.indexOf(QLatin1Char('='));
    Assignment wanted{assignment.left(sign).trimmed(), assignment.mid(sign + 1).trimmed()};
    if (sign > 0)
        domain::UnitSettings::describe(settings, wanted);
    if (!wanted.isKnown)
        return base::fail(fault("setting.unknown", wanted.name));
    return wanted.isRead ? base::done() : base::fail(fault("setting.malformed", wanted.name));
}

base::Outcome checkSettings(const domain::UnitSettings& settings) {
    const auto fits = [](const QString& text, qsizetype longest) { return text.size() <= longest; };
    const auto words = [&](const QString& text, qsizetype longest) { return fits(text, longest) && !domain::saysNothing(text); };
    const auto isLease = [](std::optional<int> numbers) { return numbers.value_or(1) >= 1 && numbers.value_or(1) <= mostFirstLease; };
    const std::pair<const char*, bool> findings[] = {
        {"name", words(settings.name, longestText)},
        {"parentName", words(settings.parentName, longestText)},
        {"place", words(settings.place, longestText)},
        {"address", fits(settings.address, longestText)},
        {"phone", fits(settings.phone, longestText)},
        {"opening", settings.opening.isValid() && settings.opening < settings.closing},
        {"closing", settings.closing.isValid()},
        {"sameDayCutOff", settings.sameDayCutOff.isValid()},
        {"idleLockMinutes", settings.idleLockMinutes >= 0 && settings.idleLockMinutes <= longestIdle},
        {"suffixReceipt", words(settings.suffixReceipt, longestSuffix)},
        {"suffixSupplement", words(settings.suffixSupplement, longestSuffix)},
        {"suffixRefusal", words(settings.suffixRefusal, longestSuffix)},
        {"suffixFee", words(settings.suffixFee, longestSuffix)},
        {"taxCode", isTaxCode(settings.taxCode)},
        {"slipBasis", words(settings.slipBasis, longestText)},
        {"supplementDays", settings.supplementDays >= 0 && settings.supplementDays <= mostSupplementDays},
        {"favourites", settings.favourites.size() <= mostFavourites},
        {"maxSupplements", settings.maxSupplements >= 0 && settings.maxSupplements <= mostSupplements},
        {"firstLease", isLease(settings.firstLease)},
        {"photocopyPrice", settings.photocopyPrice.value_or(0) >= 0 && settings.photocopyPrice.value_or(0) <= mostAPage},
        {"firstSlips", isLease(settings.firstSlips)},
        {"reasonUnused", fits(settings.reasonUnused, longestText)},
    };
    for (const auto& [setting, right] : findings)
        if (!right)
            return base::fail(fault("setting.malformed", QLatin1String(setting)));
    return base::done();
}

}
