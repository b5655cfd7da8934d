#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Record.h"

#include <QJsonObject>

#include <vector>

/// A record as JSON: {"header": {…}, "salt": base64, "payload": "the body's text", "act": {"key", "first", "hashes": […], "signature": base64}}.
/// Hashes are lower-case hex, UUIDs text; a null UUID is left out, and so is the act of a record that no person signed. Reading is strict: a field of
/// the wrong type, length or range is "record.malformed" with the field's name in "field"; no text of the record gets into the error.
namespace motcua::protocol {

QJsonObject toJson(const Record& record);
base::Result<Record> recordFromJson(const QJsonObject& json);

/// Appends the record's JSON, the same as toJson() would give, without a tree in between.
void appendJson(QByteArray& out, const Record& record);

/// Reads the body of POST /v1/records, {"records": […]}. Errors: "batch.malformed", "batch.too-large" (records or bytes past
/// Address.h's limits), "record.malformed" with "index".
base::Result<std::vector<Record>> decodeBatch(QByteArrayView body);

/// The body of POST /v1/records, filled until it is full.
class BatchEncoder {
public:
    BatchEncoder();
    /// False: the record no longer fits (count or bytes); it was not added. A first record always fits.
    bool add(const Record& record);
    int count() const { return m_count; }
    /// The finished body; the encoder is then spent.
    QByteArray finish();

private:
    QByteArray m_body;
    int m_count = 0;
};

}
