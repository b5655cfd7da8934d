#include "app/domain/jobs/FactText.h"

#include "app/domain/Money.h"

#include <QDate>

namespace motcua::domain {

QString factText(FactType type, const QJsonValue& value) {
    switch (type) {
    case FactType::YesNo:
        return value.toBool() ? QStringLiteral("Có") : QStringLiteral("Không");
    case FactType::Number:
        return groupedNumber(value.toInteger());
    case FactType::Date:
        return QDate::fromString(value.toString(), Qt::ISODate).toString(QStringLiteral("dd/MM/yyyy"));
    case FactType::Text:
    case FactType::Choice:
    case FactType::Time:
    case FactType::Entry:
        break;
    }
    return value.toString();
}

QHash<QString, FactType> factTypes(const JobKind* job) {
    QHash<QString, FactType> types;
    if (job)
        for (const FactField& field : fieldsOf(*job))
            types.insert(field.name, field.type);
    return types;
}

FactType typeOf(const QHash<QString, FactType>& types, const QString& name, const QJsonValue& value) {
    if (value.isBool())
        return FactType::YesNo;
    if (value.isDouble())
        return FactType::Number;
    return types.value(name, FactType::Text);
}

}
