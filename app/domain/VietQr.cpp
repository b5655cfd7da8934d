#include "app/domain/VietQr.h"

#include "app/domain/Fold.h"

#include <QMap>
#include <QRegularExpression>

#include <optional>

namespace motcua::domain {

namespace {

constexpr auto napas = "A000000727";
constexpr qint64 largestAmount = 9'999'999'999'999;

using Fields = QMap<QString, QString>;

QString field(const char* tag, const QString& value) {
    return QLatin1String(tag) + QStringLiteral("%1").arg(value.size(), 2, 10, QLatin1Char('0')) + value;
}

bool matches(const QString& text, const char* pattern) {
    return QRegularExpression(QLatin1String("\\A(?:") + QLatin1String(pattern) + QLatin1String(")\\z")).match(text).hasMatch();
}

std::optional<Fields> fieldsOf(const QString& text) {
    Fields fields;
    for (qsizetype at = 0; at < text.size();) {
        const QString tag = text.mid(at, 2);
        const QString count = text.mid(at + 2, 2);
        const int length = count.toInt();
        if (!matches(count, "[0-9]{2}") || at + 4 + length > text.size() || fields.contains(tag))
            return std::nullopt;
        fields.insert(tag, text.mid(at + 4, length));
        at += 4 + length;
    }
    return fields;
}

QString checksum(const QString& text) {
    return QStringLiteral("%1").arg(crc16(text.toLatin1()), 4, 16, QLatin1Char('0')).toUpper();
}

base::Outcome sound(const VietQr& qr) {
    if (!matches(qr.bank, "[0-9]{6}"))
        return base::fail(QStringLiteral("vietqr.bank"));
    if (!matches(qr.account, "[0-9A-Za-z]{1,19}"))
        return base::fail(QStringLiteral("vietqr.account"));
    if (qr.amount < 0 || qr.amount > largestAmount)
        return base::fail(QStringLiteral("vietqr.amount"));
    if (!matches(qr.purpose, "[ -~]{0,25}") || !matches(qr.billNumber, "[ -~]{0,25}"))
        return base::fail(QStringLiteral("vietqr.purpose"));
    return base::done();
}

base::Result<VietQr> refuse(const char* code) {
    return base::fail(QString::fromLatin1(code));
}

/// The fields once their frame and checksum are proved.
base::Result<VietQr> read(const Fields& fields) {
    const auto merchant = fieldsOf(fields.value(QStringLiteral("38")));
    if (!merchant || merchant->value(QStringLiteral("00")) != QLatin1String(napas) || fields.value(QStringLiteral("53")) != QLatin1String("704"))
        return refuse("vietqr.not-vietqr");
    const auto beneficiary = fieldsOf(merchant->value(QStringLiteral("01")));
    const auto additional = fieldsOf(fields.value(QStringLiteral("62")));
    const QString service = merchant->value(QStringLiteral("02"));
    if (!beneficiary || !additional || (service != QLatin1String("QRIBFTTA") && service != QLatin1String("QRIBFTTC")))
        return refuse("vietqr.malformed");
    VietQr qr;
    qr.bank = beneficiary->value(QStringLiteral("00"));
    qr.account = beneficiary->value(QStringLiteral("01"));
    qr.toCard = service == QLatin1String("QRIBFTTC");
    qr.billNumber = additional->value(QStringLiteral("01"));
    qr.purpose = additional->value(QStringLiteral("08"));
    const QString amount = fields.value(QStringLiteral("54"));
    if (!matches(amount, "[0-9]{0,13}"))
        return refuse("vietqr.amount");
    qr.amount = amount.toLongLong();
    if (const auto valid = sound(qr); !valid)
        return base::fail(valid.error());
    return qr;
}

}

quint16 crc16(const QByteArray& content) {
    quint16 crc = 0xFFFF;
    for (const char c : content) {
        crc = static_cast<quint16>(crc ^ (static_cast<quint8>(c) << 8));
        for (int bit = 0; bit < 8; ++bit)
            crc = static_cast<quint16>(crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1);
    }
    return crc;
}

QString paymentKey(const QString& purpose) {
    QString key;
    for (const QChar c : fold(purpose))
        if (c.isLetterOrNumber())
            key += c.toUpper();
    return key;
}

base::Result<QString> VietQr::toPayload() const {
    if (const auto valid = sound(*this); !valid)
        return base::fail(valid.error());
    QString text = field("00", QStringLiteral("01")) + field("01", amount > 0 ? QStringLiteral("12") : QStringLiteral("11"));
    const QString beneficiary = field("00", bank) + field("01", account);
    text += field("38",
        field("00", QLatin1String(napas)) + field("01", beneficiary) + field("02", toCard ? QStringLiteral("QRIBFTTC") : QStringLiteral("QRIBFTTA")));
    text += field("53", QStringLiteral("704"));
    if (amount > 0)
        text += field("54", QString::number(amount));
    text += field("58", QStringLiteral("VN"));
    const QString additional = (billNumber.isEmpty() ? QString() : field("01", billNumber)) + (purpose.isEmpty() ? QString() : field("08", purpose));
    if (!additional.isEmpty())
        text += field("62", additional);
    text += QStringLiteral("6304");
    return text + checksum(text);
}

base::Result<VietQr> VietQr::parse(const QString& payload) {
    const QString text = payload.trimmed();
    const auto fields = fieldsOf(text);
    if (!fields || text.mid(text.size() - 8, 4) != QLatin1String("6304"))
        return refuse("vietqr.malformed");
    if (checksum(text.chopped(4)) != text.right(4).toUpper())
        return refuse("vietqr.checksum");
    return read(*fields);
}

}
