#include "app/base/JsonKeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QStringList>

#include <vector>

namespace motcua::base {

namespace {

/// Goes over the signs of the text; what lies between them needs no look, as the text is sound.
class KeyScan {
public:
    explicit KeyScan(const QByteArray& json) : m_json(json) {}

    std::optional<QString> run() {
        for (; m_at < m_json.size(); ++m_at) {
            const char c = m_json[m_at];
            if (c == '"' && takeText())
                return path();
            if (c == '{' || c == '[')
                m_open.push_back({c == '{'});
            else if ((c == '}' || c == ']') && !m_open.empty())
                m_open.pop_back();
            else if (c == ',' && !m_open.empty())
                next(m_open.back());
        }
        return std::nullopt;
    }

private:
    struct Level {
        bool isObject = false;
        bool wantsKey = true;
        QString key = {};
        qsizetype index = 0;
        QSet<QString> seen = {};
    };

    static void next(Level& level) {
        level.wantsKey = true;
        ++level.index;
    }

    /// Ends on the closing quote. True: a key that was there before.
    bool takeText() {
        const qsizetype start = m_at++;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        if (m_open.empty() || !m_open.back().isObject || !m_open.back().wantsKey)
            return false;
        Level& level = m_open.back();
        level.key = textOf(QByteArrayView(m_json).sliced(start, m_at + 1 - start));
        level.wantsKey = false;
        const qsizetype before = level.seen.size();
        level.seen.insert(level.key);
        return level.seen.size() == before;
    }

    static QString textOf(QByteArrayView quoted) {
        if (!quoted.contains('\\'))
            return QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
        return QJsonDocument::fromJson('[' + quoted.toByteArray() + ']').array().at(0).toString();
    }

    QString path() const {
        QString path;
        for (const Level& level : m_open)
            if (!level.isObject)
                path += QStringLiteral("[%1]").arg(level.index);
            else
                path += (path.isEmpty() ? QString() : QStringLiteral(".")) + level.key.left(60);
        return path;
    }

    const QByteArray& m_json;
    qsizetype m_at = 0;
    std::vector<Level> m_open;
};

}

std::optional<QString> doubledKey(const QByteArray& json) {
    return KeyScan(json).run();
}

}
