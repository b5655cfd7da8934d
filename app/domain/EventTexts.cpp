#include "app/domain/EventTexts.h"

#include "app/domain/PlainText.h"

namespace motcua::domain {

namespace {

/// Walks through all that a body describes; the first find is kept.
class Finder {
public:
    template <class T>
    void operator()(const char* name, const T& value) {
        if (m_found)
            return;
        m_path.push_back(name);
        look(value);
        m_path.pop_back();
    }
    std::optional<QString> found() const { return m_found; }

private:
    void look(const QString& text) {
        if (!m_found && !isPlain(text))
            m_found = inWords(m_path);
    }
    static QString inWords(const std::vector<const char*>& path) {
        QStringList names;
        for (const char* name : path)
            names << QLatin1String(name);
        return names.join(QLatin1Char('.'));
    }
    void look(const QStringList& texts) {
        for (const QString& text : texts)
            look(text);
    }
    void look(const QJsonValue& value) {
        if (value.isObject())
            look(value.toObject());
        else if (value.isArray())
            for (const QJsonValue& each : value.toArray())
                look(each);
        else
            look(value.toString());
    }
    void look(const QJsonObject& values) {
        for (auto it = values.begin(); it != values.end(); ++it) {
            look(it.key());
            look(QJsonValue(*it));
        }
    }
    template <class T>
    void look(const std::vector<T>& list) {
        for (const T& value : list)
            look(value);
    }
    template <class T>
    void look(const std::optional<T>& value) {
        if (value)
            look(*value);
    }
    template <class T>
    void look(const T& value) {
        if constexpr (requires { T::describe(value, *this); })
            T::describe(value, *this);
    }

    std::vector<const char*> m_path;
    std::optional<QString> m_found;
};

/// The same walk, and what it finds is put right. Ids and other texts of one form are what they are.
struct Mender {
    template <class T>
    void operator()(const char*, T& value) {
        mend(value);
    }
    void mend(QString& text) {
        if (!isPlain(text))
            text = madePlain(text);
    }
    void mend(QStringList& texts) {
        for (QString& text : texts)
            mend(text);
    }
    void mend(QJsonObject& values) { values = mended(values); }
    static QJsonValue mended(const QJsonValue& value) {
        if (value.isObject())
            return mended(value.toObject());
        if (value.isArray()) {
            QJsonArray list;
            for (const QJsonValue& each : value.toArray())
                list.append(mended(each));
            return list;
        }
        return value.isString() && !isPlain(value.toString()) ? QJsonValue(madePlain(value.toString())) : value;
    }
    static QJsonObject mended(const QJsonObject& values) {
        QJsonObject plain;
        for (auto it = values.begin(); it != values.end(); ++it)
            plain.insert(madePlain(it.key()), mended(QJsonValue(*it)));
        return plain;
    }
    template <class T>
    void mend(std::vector<T>& list) {
        for (T& value : list)
            mend(value);
    }
    template <class T>
    void mend(std::optional<T>& value) {
        if (value)
            mend(*value);
    }
    template <class T>
    void mend(T& value) {
        if constexpr (requires { T::describe(value, *this); })
            T::describe(value, *this);
    }
};

}

std::optional<QString> unplainField(const EventBody& body) {
    Finder finder;
    std::visit([&](const auto& event) { std::decay_t<decltype(event)>::describe(event, finder); }, body);
    return finder.found();
}

EventBody withPlainTexts(EventBody body) {
    if (!unplainField(body))
        return body;
    Mender mender;
    std::visit([&](auto& event) { std::decay_t<decltype(event)>::describe(event, mender); }, body);
    return body;
}

}
