#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <mutex>
#include <vector>

namespace motcua::recorder {

/// One request with its answer.
struct Exchange {
    QString station; ///< "desk" or "supervisor"
    qint64 at = 0;   ///< the played clock when the answer came, UTC milliseconds
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> requestHeaders; ///< by lower-case name
    QByteArray requestBody;
    int status = 0;
    QMap<QByteArray, QByteArray> responseHeaders;
    QByteArray responseBody;

    /// From what passed over the wire.
    static Exchange of(const QByteArray& request, const QByteArray& response);
};

/// What passed, in the order in which it can be played again one after the other: a question stands where it was asked,
/// a question for the feed, which may lie for long, where it was answered. Any thread.
class Traffic {
public:
    /// The place of an exchange whose answer has not come yet; without one it is left out.
    size_t reserve();
    void put(size_t place, const Exchange& exchange);
    void add(const Exchange& exchange) { put(reserve(), exchange); }
    /// A technician's command at the gateway, which changes what later answers say.
    void addCommand(qint64 at, const QStringList& words);
    void save(const QString& path) const;
    /// The last body that a station sent to a path; empty: none.
    QByteArray lastBody(const char* station, const char* path) const;
    void clear();

private:
    mutable std::mutex m_mutex;
    std::vector<QJsonObject> m_entries;
};

}
