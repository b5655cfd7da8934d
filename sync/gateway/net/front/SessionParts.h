#pragma once

#include "sync/gateway/net/front/Session.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace motcua::gateway {

template <class Result, class Function>
void Session::onWorker(Function function, void (Session::*then)(Result)) {
    m_phase = Phase::Working;
    m_threshold.workers.post([self = shared_from_this(), function = std::move(function), then]() mutable {
        auto result = std::make_shared<Result>(function());
        auto executor = self->m_socket.get_executor();
        boost::asio::post(executor, [self = std::move(self), result = std::move(result), then] {
            if (self->m_phase != Phase::Over)
                (self.get()->*then)(std::move(*result));
        });
    });
}

template <class Handler>
void Session::writeBytes(const char* bytes, size_t size, Handler handler) {
    const auto buffer = boost::asio::buffer(bytes, size);
    if (m_tls)
        boost::asio::async_write(*m_tls, buffer, std::move(handler));
    else
        boost::asio::async_write(m_socket, buffer, std::move(handler));
}

}
