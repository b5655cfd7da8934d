#pragma once

#include "app/base/Result.h"
#include "sync/protocol/Messages.h"

#include <QByteArray>

/// Reads what the platform answered, believing nothing: every field has its type, its bounds and its order, or the whole answer is
/// "sync.bad-answer" with the place in "where".
namespace motcua::http::answers {

base::Error bad(const char* where);

base::Result<protocol::Mark> mark(const QByteArray& body);
base::Result<protocol::PushAnswer> push(const QByteArray& body);
/// `after`: the cursor that was asked for; items come after it, in order. Records' digests are checked.
/// An item of another kind whose body is damaged is there without a body, and the page goes on, or ends, behind it.
base::Result<protocol::FeedPage> feed(const QByteArray& body, qint64 after);
base::Result<protocol::EnrolmentOutlook> outlook(const QByteArray& body);
base::Result<protocol::EnrolmentAnswer> enrolment(const QByteArray& body);

}
