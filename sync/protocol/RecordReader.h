#pragma once

#include "app/base/Result.h"
#include "sync/protocol/JsonScanner.h"
#include "sync/protocol/Record.h"

#include <vector>

namespace motcua::protocol {

/// Reads records from their JSON in one pass; the inside of RecordCodec. Members may come in any order, unknown ones are passed
/// over up to limit::members of an object, repeated ones are refused. Used by one thread, for one text.
class RecordReader {
public:
    explicit RecordReader(QByteArrayView json) : m_scanner(json) {}

    base::Result<Record> readRecord();
    base::Result<std::vector<Record>> readBatch();

private:
    bool record(Record& record);
    bool header(RecordHeader& header);
    bool headerMember(QByteArrayView name, RecordHeader& header);
    bool act(ActSignature& act);
    bool actMember(QByteArrayView name, ActSignature& act, quint32& seen);
    bool hashes(std::vector<QByteArray>& values);
    bool signature(QByteArray& value);
    bool records(std::vector<Record>& records);
    bool uuid(QUuid& value);
    bool hash(QByteArray& value);
    bool whole(int& value);
    bool whole(qint64& value);
    bool kind(QByteArray& value);
    bool salt(QByteArray& value);
    bool payload(QByteArray& value);
    bool isNew(quint32& seen, int bit);
    bool bad(const char* field);

    JsonScanner m_scanner;
    const char* m_badField = "";
    bool m_tooMany = false;
};

}
